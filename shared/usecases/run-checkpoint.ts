import { calendarOf } from '../domain/business-calendar.ts';
import { warningsToLookUp } from '../domain/control/adverse-guard.ts';
import type { ControlFacts } from '../domain/control/control-facts.ts';
import { type Decision, decide } from '../domain/control/decide.ts';
import type { Progress } from '../domain/policy.ts';
import type { CheckpointWakeUps, IntentKey } from '../ports/checkpoint-wake-ups.ts';
import type { Clock } from '../ports/clock.ts';
import type { Conditions } from '../ports/conditions.ts';
import type { Controlled, ControlStore } from '../ports/control-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { RegulationStore } from '../ports/regulation-store.ts';
import { commitmentOf } from './checkpoint-effects.ts';

export interface Deps {
  readonly store: ControlStore;
  readonly regulations: RegulationStore;
  readonly conditions: Conditions;
  readonly wakeUps: CheckpointWakeUps;
  readonly clock: Clock;
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
    const facts = await factsOf(deps, seen);
    const decision = decide(facts);
    if (!changesAnything(decision, seen.progress, seen.account.status)) {
      await deps.store.finish(done);
      await ensure(deps, run, seen.progress);
      return outcome;
    }
    const commitment = commitmentOf({ facts, seen, decision, ids: deps.ids, done });
    if ((await deps.store.commit(commitment)) === 'changed') continue; // a payment or another run was faster: decide again
    outcome = 'settled';
    done = [];
    if (!decision.next || decision.next.at > deps.clock.now()) {
      await ensure(deps, run, commitment.progress);
      return outcome;
    }
  }
  throw new Error(`a policy was not settled in ${MOST_ROUNDS} rounds; its next checkpoint is in the database, and the watchdog finds it`);
}

async function factsOf(deps: Deps, seen: Controlled): Promise<ControlFacts> {
  const { policy, account, progress, client } = seen;
  const { regulationId, version } = policy.regulation;
  const regulation = await deps.regulations.version(regulationId, version);
  if (!regulation) throw new Error(`regulation ${regulationId} version ${version} is gone, though versions are never deleted`);
  const warnings = warningsToLookUp(progress.controls);
  const [applied, noticeStates] = await Promise.all([
    deps.conditions.of(client),
    warnings.length > 0 ? deps.store.noticeStates(warnings) : Promise.resolve({}),
  ]);
  return { policy, account, progress, regulation, applied, calendar: calendarOf(policy.country), now: deps.clock.now(), noticeStates };
}

/** A decision that says what is known already is not written: wake-ups that come twice cost a read. */
function changesAnything(decision: Decision, progress: Progress, status: string): boolean {
  const { next } = decision;
  const sameNext = next?.at === progress.next?.at && next?.code === progress.next?.code && next?.installment === progress.next?.installment;
  return decision.settlements.length > 0 || decision.status !== status || !sameNext;
}

async function ensure({ wakeUps }: Deps, { policyNumber, clientId }: Run, { generation, next }: Progress): Promise<void> {
  if (next) await wakeUps.ensure({ policyNumber, clientId, generation, at: next.at });
}

async function unknownPolicy(deps: Deps, run: Run, done: readonly IntentKey[]): Promise<RanOutcome> {
  deps.log.warn('a wake-up for a policy that is not stored', { policyNumber: run.policyNumber });
  await deps.store.finish(done);
  return 'unknownPolicy';
}
