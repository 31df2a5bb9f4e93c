/** Decimals of a bank file, at most 18 digits of which 5 are a fraction (ISO 20022), counted in units of 0.00001. */
const FRACTION_DIGITS = 5;

/** '8.85' → 885000n, undefined for anything that is not such a decimal. */
function units(decimal: string): bigint | undefined {
  const match = /^(\d{1,18})(?:\.(\d{1,5}))?$/.exec(decimal);
  return match ? BigInt(`${match[1]}${(match[2] ?? '').padEnd(FRACTION_DIGITS, '0')}`) : undefined;
}

/** Whether parts add up to a total exactly: '100', '200.50' and '300.5' do. False when one of them is no decimal. */
export function addsUp(parts: Iterable<{ readonly amount: string; readonly negative: boolean }>, total: string): boolean {
  let rest = units(total);
  for (const { amount, negative } of parts) {
    const part = units(amount);
    if (part === undefined || rest === undefined) return false;
    rest -= negative ? -part : part;
  }
  return rest === 0n;
}
