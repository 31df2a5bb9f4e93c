import type { CreditMove } from '../../shared/domain/credit-move.ts';
import { localDate } from '../../shared/domain/local-date.ts';

/** A move of policy P on a day, at ten. */
export const creditMove = (kind: CreditMove['kind'], on: string, amountMinor: number, more: object = {}): CreditMove =>
  ({
    kind,
    moveId: `${kind}-${on}`,
    policyNumber: 'P',
    amountMinor,
    currency: 'UAH',
    movedOn: localDate(on),
    reason: 'renewed',
    at: `${on}T10:00:00.000Z`,
    by: 'accountant',
    ...more,
  }) as CreditMove;
