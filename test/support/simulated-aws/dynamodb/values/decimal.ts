import { invalid } from '../service-error.ts';

/** coefficient × 10^exponent, exact. Normalised: the coefficient has no trailing zero, and zero is 0 × 10^0. */
export type Decimal = { readonly coefficient: bigint; readonly exponent: number };

/** DynamoDB numbers: up to 38 significant digits, magnitude from 1E-130 to 9.99…E+125. */
const MOST_DIGITS = 38;
const LARGEST_POWER = 125;
const SMALLEST_POWER = -130;

const numeric = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;

export const parseDecimal = (text: string): Decimal => {
  const match = numeric.exec(text);
  const [, sign, whole = '', fraction = '', power = '0'] = match ?? [];
  if (match === null || whole + fraction === '') throw notANumber(text);
  const magnitude = normalise(BigInt(whole + fraction), Number(power) - fraction.length);
  return checked(sign === '-' ? negate(magnitude) : magnitude);
};

const notANumber = (text: string) => invalid(`The parameter cannot be converted to a numeric value${text === '' ? '' : `: ${text}`}`);

const normalise = (coefficient: bigint, exponent: number): Decimal => {
  if (coefficient === 0n) return { coefficient, exponent: 0 };
  const digits = coefficient.toString();
  const zeros = digits.length - digits.replace(/0+$/, '').length;
  return { coefficient: coefficient / 10n ** BigInt(zeros), exponent: exponent + zeros };
};

/** Refuses what DynamoDB cannot store; it rounds nothing, so 1e30 + 1e-30 is refused too. */
const checked = (decimal: Decimal): Decimal => {
  if (decimal.coefficient === 0n) return decimal;
  const power = powerOf(decimal);
  if (power > LARGEST_POWER) throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range');
  if (power < SMALLEST_POWER) throw invalid('Number underflow. Attempting to store a number with magnitude smaller than supported range');
  if (digitsOf(decimal).length > MOST_DIGITS) throw invalid('Attempting to store more than 38 significant digits in a Number');
  return decimal;
};

/** The significant digits without sign: '-12.5' → '125'. */
export const digitsOf = ({ coefficient }: Decimal): string => (coefficient < 0n ? -coefficient : coefficient).toString();

/** The power of ten of the first digit: 125 → 2, 0.05 → -2. */
export const powerOf = (decimal: Decimal): number => decimal.exponent + digitsOf(decimal).length - 1;

const negate = ({ coefficient, exponent }: Decimal): Decimal => ({ coefficient: -coefficient, exponent });

export const addDecimals = (a: Decimal, b: Decimal): Decimal => {
  const exponent = Math.min(a.exponent, b.exponent);
  return checked(normalise(scaled(a, exponent) + scaled(b, exponent), exponent));
};

export const subtractDecimals = (a: Decimal, b: Decimal): Decimal => addDecimals(a, negate(b));

const scaled = (decimal: Decimal, exponent: number): bigint => decimal.coefficient * 10n ** BigInt(decimal.exponent - exponent);

/** Plain notation, as DynamoDB gives numbers back: 1e3 → '1000', 12.50 → '12.5'. */
export const formatDecimal = (decimal: Decimal): string => {
  const sign = decimal.coefficient < 0n ? '-' : '';
  const digits = digitsOf(decimal);
  if (decimal.exponent >= 0) return sign + digits + '0'.repeat(decimal.exponent);
  const padded = digits.padStart(1 - decimal.exponent, '0');
  return `${sign}${padded.slice(0, decimal.exponent)}.${padded.slice(decimal.exponent)}`;
};

/**
 * A string that sorts as the number does: sign, then power of ten, then digits.
 * Negative numbers are written in nines' complement and closed by '~', so that -12 sorts before -1.
 */
export const sortableDecimal = (decimal: Decimal): string => {
  if (decimal.coefficient === 0n) return '1';
  const power = powerOf(decimal) - SMALLEST_POWER;
  if (decimal.coefficient > 0n) return `2${String(power).padStart(3, '0')}${digitsOf(decimal)}`;
  return `0${String(999 - power)}${digitsOf(decimal).replace(/\d/g, (digit) => String(9 - Number(digit)))}~`;
};
