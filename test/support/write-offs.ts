import { localDate } from '../../shared/domain/local-date.ts';
import type { WriteOff } from '../../shared/domain/relief.ts';

/** writeOffOf('2026-12-05', '1: 50', '2: 7') → 50 of no. 1 and 7 of no. 2. */
export const writeOffOf = (grantedOn: string, ...shares: readonly string[]): WriteOff => ({
  kind: 'writeOff',
  reliefId: `writeOff-${grantedOn}`,
  grantedOn: localDate(grantedOn),
  reason: 'too small to chase',
  shares: shares.map((share) => {
    const [installment, amountMinor] = share.split(': ').map(Number);
    return { installment: installment ?? 0, amountMinor: amountMinor ?? 0 };
  }),
});
