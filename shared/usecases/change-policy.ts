import type { Client } from '../domain/client.ts';
import type { ControlFacts } from '../domain/control/control-facts.ts';
import { controlCalendar } from '../domain/control-calendar.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type Account, type Progress, wakeTime } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Regulation } from '../domain/regulation.ts';
import { type Standing, standing } from '../domain/standing.ts';
import { localDateAt, timestamp } from '../domain/zone.ts';
import type { CheckpointWakeUps } from '../ports/checkpoint-wake-ups.ts';
import type { Controlled } from '../ports/control-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { Pace } from '../ports/pace.ts';
import type { PolicyHead, PolicyStore } from '../ports/policy-store.ts';
import type { Change } from './change.ts';
import { commitmentOf } from './checkpoint-effects.ts';
import { decideOn, type FactDeps, factsOf } from './control-facts-of.ts';

export interface ChangeDeps extends FactDeps {
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly wakeUps: CheckpointWakeUps;
  readonly ids: Ids;
  readonly pace: Pace;
}

/** What a change may look at. */
export interface Situation {
  readonly facts: ControlFacts;
  readonly owed: Standing;
  readonly client: Client;
  readonly today: LocalDate;
  /** Now, as it is recorded. */
  readonly at: string;
  readonly ids: Ids;
}

/** The answer to who asked for a change, and the change, unless there is nothing to change. */
export interface Planned<T> {
  readonly answer: T;
  readonly change?: Change;
  readonly account?: Account;
  /** The regulation that control follows from now on, where it changes. */
  readonly regulation?: Regulation;
  /** What control is to know before it decides: tasks, promises, installments. */
  readonly progress?: Progress;
}

export interface Changed<T> {
  readonly answer: T;
  /** The policy as it is after it. */
  readonly head: PolicyHead;
}

/** Races with payments, checkpoints and other changes: each round one of them is through. */
const MOST_ROUNDS = 20;

/**
 * Changes a policy: read, plan, let control decide on the facts as they are then, write all of it in one transaction, and make
 * sure of the next wake-up. So cover is restored, tasks are closed and dates move with the change itself, not after it.
 * `plan` may be asked again when a payment or a checkpoint was faster; it refuses by throwing.
 */
export async function changePolicy<T>(
  deps: ChangeDeps,
  policyNumber: string,
  plan: (situation: Situation) => Planned<T>,
): Promise<Changed<T>> {
  const known = await deps.policies.read(policyNumber);
  if (!known) throw new Refusal('NOT_FOUND', 'there is no policy with this number');
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const seen = await deps.store.read(policyNumber, known.policy.clientId);
    if (!seen) throw new Error('a policy that exists could not be read with its client');
    const facts = await factsOf(deps, seen);
    const planned = plan(situationOf(deps, facts, seen));
    const head = planned.change ? await commit(deps, seen, facts, { ...planned, change: planned.change }) : seen;
    if (head === 'changed') {
      await deps.pace.sleep(deps.pace.random() * 20 * round); // who come again at once, all together, only lose to each other
      continue;
    }
    await ensure(deps, head);
    return { answer: planned.answer, head };
  }
  throw new Error(`the policy changed ${MOST_ROUNDS} times while it was to be changed`);
}

function situationOf({ ids }: ChangeDeps, facts: ControlFacts, { client }: Controlled): Situation {
  const today = localDateAt(facts.now, facts.policy.timeZone);
  return { facts, owed: standing(facts.policy, facts.account, today), client, today, at: timestamp(facts.now), ids };
}

async function commit(
  deps: ChangeDeps,
  seen: Controlled,
  before: ControlFacts,
  {
    change,
    account = before.account,
    progress = before.progress,
    regulation = before.regulation,
  }: Planned<unknown> & { readonly change: Change },
): Promise<PolicyHead | 'changed'> {
  const policy = change.policy ?? before.policy;
  const decided = await decideOn(deps, {
    ...before,
    policy,
    account,
    progress,
    regulation,
    calendar: controlCalendar(policy.country, regulation),
  });
  const commitment = commitmentOf({ ...decided, seen, ids: deps.ids, done: [], change });
  if ((await deps.store.commit(commitment)) === 'changed') return 'changed';
  return { policy, account: { ...account, status: decided.decision.status }, progress: commitment.progress };
}

async function ensure({ wakeUps }: ChangeDeps, { policy: { policyNumber, clientId }, progress }: PolicyHead): Promise<void> {
  const { next, generation } = progress;
  if (next) await wakeUps.ensure({ policyNumber, clientId, generation, at: wakeTime(next) });
}
