import { isReaddressed } from '../domain/control/addressees.ts';
import { warningsToLookUp } from '../domain/control/adverse-guard.ts';
import type { ControlFacts } from '../domain/control/control-facts.ts';
import { type Decision, decide } from '../domain/control/decide.ts';
import { controlCalendar } from '../domain/control-calendar.ts';
import { isSent } from '../domain/notice.ts';
import { standing } from '../domain/standing.ts';
import type { Task } from '../domain/task.ts';
import { localDateAt } from '../domain/zone.ts';
import type { Clock } from '../ports/clock.ts';
import type { Conditions } from '../ports/conditions.ts';
import type { Controlled, ControlStore } from '../ports/control-store.ts';
import type { StoredNotice } from '../ports/notice-store.ts';
import type { Reconciliation } from '../ports/reconciliation.ts';
import type { RegulationStore } from '../ports/regulation-store.ts';

export interface FactDeps {
  readonly store: ControlStore;
  readonly regulations: RegulationStore;
  readonly conditions: Conditions;
  readonly reconciliation: Reconciliation;
  readonly clock: Clock;
}

/** What was read → all that a decision may look at. */
export async function factsOf(deps: FactDeps, seen: Controlled): Promise<ControlFacts> {
  const { policy, account, progress, client } = seen;
  const { regulationId, version } = policy.regulation;
  const regulation = await deps.regulations.version(regulationId, version);
  if (!regulation) throw new Error(`regulation ${regulationId} version ${version} is gone, though versions are never deleted`);
  const now = deps.clock.now();
  const letters = new Set([...warningsOfDebts(seen, now), ...cameBack(progress)]);
  const [applied, notices] = await Promise.all([deps.conditions.of(client), letters.size > 0 ? deps.store.notices([...letters]) : []]);
  const calendar = controlCalendar(policy.country, regulation);
  return { policy, account, progress, regulation, applied, calendar, now, ...lettersKnown(notices, seen) };
}

/** Messages that wait for a person to correct an address. */
const cameBack = ({ tasks = [] }: Controlled['progress']): readonly string[] => tasks.flatMap(({ noticeId }) => noticeId ?? []);

/** What of messages matters to a decision: no address, so that the decision record has none. */
function lettersKnown(
  notices: readonly StoredNotice[],
  { policy, client }: Pick<Controlled, 'policy' | 'client'>,
): Pick<ControlFacts, 'noticeStates' | 'sentOn' | 'readdressed'> {
  const sent = notices.flatMap(({ noticeId, state, at }) => (isSent(state) && at ? [{ noticeId, at }] : []));
  return {
    noticeStates: Object.fromEntries(notices.map(({ noticeId, state }) => [noticeId, state])),
    sentOn: Object.fromEntries(sent.map(({ noticeId, at }) => [noticeId, localDateAt(Date.parse(at), policy.timeZone)])),
    readdressed: notices.filter((notice) => isReaddressed(notice, policy, client)).map(({ noticeId }) => noticeId),
  };
}

/** Only of what is still owed: a policy that was late once costs no read more at each checkpoint for the rest of its life. */
function warningsOfDebts({ policy, account, progress }: Controlled, now: number): readonly string[] {
  const { installments } = standing(policy, account, localDateAt(now, policy.timeZone));
  return warningsToLookUp(progress.controls.filter((_, index) => (installments[index]?.outstandingMinor ?? 0) > 0));
}

export interface Decided {
  /** With what was looked up for the decision. */
  readonly facts: ControlFacts;
  readonly decision: Decision;
  /** The tasks that it hands on, read. */
  readonly late: readonly Task[];
  /** The letters that it asks a person to deliver, read. */
  readonly lost: readonly StoredNotice[];
}

/** Decides, and looks up what only few decisions need: how far bank statements are imported, and tasks that are late. */
export async function decideOn({ store, reconciliation }: FactDeps, facts: ControlFacts): Promise<Decided> {
  const first = decide(facts);
  const through = first.waiting.some((w) => w.reason === 'statementsNotReconciled') ? await reconciliation.through() : undefined;
  const complete = through ? { ...facts, reconciledThrough: through } : facts;
  const decision = through ? decide(complete) : first;
  const [{ late }, { asked }] = [decision.tasks, decision.letters];
  const [tasks, lost] = await Promise.all([
    late.length > 0 ? store.tasks(late.map((t) => t.taskId)) : [],
    asked.length > 0 ? store.notices(asked.map((letter) => letter.noticeId)) : [],
  ]);
  return { facts: complete, decision, late: tasks, lost };
}
