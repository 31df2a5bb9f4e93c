import type { CreditMove, MoveName } from '../../domain/credit-move.ts';
import type { Item } from './item.ts';

/** No id has a control character, so that no two names can make one key. */
const SEPARATOR = '\t';
export const CREDIT_RECORDS = `credit${SEPARATOR}`;

/** The record of a move among the records of its policy. */
export const creditRecord = (name: MoveName): string =>
  CREDIT_RECORDS + [name.kind, ...(name.kind === 'transferIn' ? [name.fromPolicyNumber] : []), name.moveId].join(SEPARATOR);

export const creditMoveItem = (move: CreditMove): Item => ({ ...move, record: creditRecord(move) });

export function readCreditMove(item: Item): CreditMove {
  const { record: _, ...move } = item;
  return move as unknown as CreditMove;
}
