import type { CreditItem, ReturnItem, StatementItem } from '../bank-formats/statement-item.ts';
import type { PolicyNumberIndex } from '../ports/policy-number-index.ts';
import { atOnce } from './at-once.ts';
import type { EntryOutcome } from './entry-outcome.ts';
import { type CreditDeps, importCredit } from './import-credit.ts';
import { importReturn, type ReturnDeps } from './import-return.ts';
import { policiesNamedIn } from './policies-named-in.ts';
import { registerCredits } from './register-credits.ts';

export type BlockDeps = CreditDeps & ReturnDeps & { readonly policyNumbers: PolicyNumberIndex };

/** An import that could not go on: the store failed, not the file. What was done stays done, and is found as done by the next attempt. */
export class ImportStopped extends Error {
  /** The first entry that is not done. */
  readonly entry: number;

  constructor(entry: number, cause: unknown) {
    super(`the import stopped at entry ${entry}; import the file again: nothing is recorded twice`, { cause });
    this.name = 'ImportStopped';
    this.entry = entry;
  }
}

/** As many as keep a store busy, and few enough that payments of one policy seldom stand in each other's way. */
const PAYMENTS_AT_ONCE = 16;

/**
 * Does some items of a statement. Credits, in any order: payments commute. What is no money is counted here too.
 * @throws ImportStopped after everything of the block has ended, one way or the other
 */
export async function importCredits(deps: BlockDeps, items: readonly StatementItem[], by: string): Promise<readonly EntryOutcome[]> {
  const credits = items.filter((item) => item.kind === 'credit');
  const ours = credits.filter(({ returnOf }) => returnOf !== undefined); // a payment of ours that came back is no premium
  const received = credits.filter(({ returnOf }) => returnOf === undefined);
  const { fresh, named } = await stoppingAt(received[0], async () => ({
    fresh: await registerCredits(deps.entries, received),
    named: await policiesNamedIn(received, deps.policyNumbers.find),
  }));
  return [
    ...items.flatMap(withoutMoney),
    ...ours.map(() => ({ outcome: 'ignored' }) as const),
    ...received.filter((credit) => !fresh.includes(credit)).map(() => ({ outcome: 'duplicate' }) as const), // its batch is in the books otherwise
    ...(await allOf(fresh, PAYMENTS_AT_ONCE, (credit) => importCredit(deps, { credit, named: named.get(credit) ?? [], by }))),
  ];
}

/** One after the other: two returns may be for one policy, and there are few. */
export const importReturns = (deps: BlockDeps, items: readonly StatementItem[], by: string): Promise<readonly EntryOutcome[]> =>
  allOf(
    items.filter((item) => item.kind === 'return'),
    1,
    (item) => importReturn(deps, item, by),
  );

function withoutMoney(item: StatementItem): readonly EntryOutcome[] {
  switch (item.kind) {
    case 'ignored':
      return [{ outcome: 'ignored' }];
    case 'rejected':
      return [{ outcome: 'rejected', entry: item.entryNumber, detail: item.detail }];
    default:
      return [];
  }
}

type Booked = CreditItem | ReturnItem;

async function allOf<T extends Booked>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<EntryOutcome>,
): Promise<readonly EntryOutcome[]> {
  const attempts = await atOnce(items, limit, async (item) => {
    try {
      return { outcome: await work(item) };
    } catch (cause) {
      return { stopped: new ImportStopped(item.entryNumber, cause) };
    }
  });
  const [first] = attempts.flatMap(({ stopped }) => stopped ?? []).toSorted((a, b) => a.entry - b.entry);
  if (first) throw first;
  return attempts.flatMap(({ outcome }) => outcome ?? []);
}

async function stoppingAt<T>(item: Booked | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new ImportStopped(item?.entryNumber ?? 0, cause);
  }
}
