import type { Decision } from '../domain/control/decide.ts';
import { type Progress, wakeTime } from '../domain/policy.ts';
import type { CheckpointWakeUps, IntentKey } from '../ports/checkpoint-wake-ups.ts';
import type { Controlled } from '../ports/control-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import { commitmentOf } from './checkpoint-effects.ts';
import { decideOn, type FactDeps, factsOf } from './control-facts-of.ts';

export interface Deps extends FactDeps {
  readonly wakeUps: CheckpointWakeUps;
  readonly ids: Ids;
  readonly log: Log;
}

export interface Run {
  readonly policyNumber: string;
  readonly clientId: string;
  /** The intent of the Outbox that asked for it, done with this run. */
  readonly wake?: IntentKey;
}

export type RanOutcome = 'settled' | 'nothingDue' | 'unknownPolicy';

/** Races with payments and other runs, and what is left over by the bound on acts. */
const MOST_ROUNDS = 12;

/**
 * Settles all checkpoints of a policy whose time has come: facts → decision → effects in one transaction, then the next
 * wake-up. Safe to repeat: a duplicate, late or outdated wake-up finds nothing due, and only makes sure of the schedule.
 */
export async function runCheckpoint(deps: Deps, run: Run): Promise<RanOutcome> {
  let outcome: RanOutcome = 'nothingDue';
  let done = run.wake ? [run.wake] : [];
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const seen = await deps.store.read(run.policyNumber, run.clientId);
    if (!seen) return unknownPolicy(deps, run, done);
    const decided = await decideOn(deps, await factsOf(deps, seen));
    const { decision } = decided;
    if (!changesAnything(decision, seen)) {
      await deps.store.finish(done);
      await ensure(deps, run, seen.progress);
      return outcome;
    }
    const commitment = commitmentOf({ ...decided, seen, ids: deps.ids, done });
    if ((await deps.store.commit(commitment)) === 'changed') continue; // a payment or another run was faster: decide again
    outcome = 'settled';
    done = [];
    if (!decision.next || wakeTime(decision.next) > deps.clock.now()) {
      await ensure(deps, run, commitment.progress);
      return outcome;
    }
  }
  throw new Error(`a policy was not settled in ${MOST_ROUNDS} rounds; its next checkpoint is in the database, and the watchdog finds it`);
}

const FIELDS_OF_NEXT = ['at', 'code', 'installment', 'wakeAt'] as const;

/** A decision that says what is known already is not written: wake-ups that come twice cost a read. */
function changesAnything(decision: Decision, seen: Controlled): boolean {
  const { next, tasks, promises, letters, reissued } = decision;
  const known = seen.progress.next;
  const sameNext = FIELDS_OF_NEXT.every((field) => next?.[field] === known?.[field]);
  const sameState = sameNext && decision.status === seen.account.status && !isListedLate(decision, seen);
  const upkeep = tasks.closed.length + tasks.late.length + promises.settled.length + letters.asked.length + reissued.length;
  return decision.settlements.length > 0 || upkeep > 0 || !sameState;
}

/**
 * Paid and clear, a policy is listed as owing since its next installment. When the money goes back, an older one is owed again, although
 * nothing else may change: not below the threshold that starts the process. Listed too early does no harm: who reads recomputes what is owed.
 */
const isListedLate = ({ oldestDueOn: owedSince }: Decision, { oldestDueOn: listedSince }: Controlled): boolean =>
  owedSince !== undefined && (listedSince === undefined || owedSince < listedSince);

async function ensure({ wakeUps }: Deps, { policyNumber, clientId }: Run, { generation, next }: Progress): Promise<void> {
  if (next) await wakeUps.ensure({ policyNumber, clientId, generation, at: wakeTime(next) });
}

async function unknownPolicy(deps: Deps, run: Run, done: readonly IntentKey[]): Promise<RanOutcome> {
  deps.log.warn('a wake-up for a policy that is not stored', { policyNumber: run.policyNumber });
  await deps.store.finish(done);
  return 'unknownPolicy';
}
