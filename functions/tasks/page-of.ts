import type { Task } from '../../shared/domain/task.ts';
import { outcomesOf, ruleOf } from '../../shared/domain/task-outcome.ts';
import type { Entered, EntryFault, OpenState, PageState, TaskPage } from '../../shared/pictures/task-page/task-page.ts';
import type { LinkedPage } from '../../shared/usecases/read-task-page.ts';

/** What was read → what the page says. */
export function pageOf({ task, controlled, owed, today, consulted }: LinkedPage, state: PageState, insurer: string): TaskPage {
  const { policy, client } = controlled;
  const installment = owed.installments.find((i) => i.number === task.installment);
  return {
    language: task.assignee.language,
    insurer,
    policyholder: client.name,
    policyNumber: policy.policyNumber,
    product: policy.product,
    installment: { number: task.installment, count: policy.installments.length },
    dueOn: installment?.effectiveDueOn ?? task.dueOn,
    daysPastDue: installment?.daysPastDue ?? 0,
    outstanding: { amountMinor: installment?.outstandingMinor ?? 0, currency: policy.premium.currency },
    action: task.action,
    consult: consulted,
    doBy: task.dueOn,
    today,
    state,
  };
}

/** What there is to say of the task now; `now`: its result has just been recorded by this person. */
export function stateOf({ task, closed, controlled }: LinkedPage, now: boolean): PageState {
  const { result } = task;
  if (result) return { state: 'recorded', outcome: result.outcome, now, ...(result.effect ? { effect: result.effect.effect } : {}) };
  return closed ? { state: 'closed', reason: closed } : openState(task, datesOf(task, controlled));
}

const openState = (task: Task, dates: OpenState['dates']): OpenState => ({ state: 'open', outcomes: outcomesOf(task.kind), dates });

/** Only a deferral has a new due date to decide. */
function datesOf(task: Task, { policy }: LinkedPage['controlled']): OpenState['dates'] {
  const asked = policy.requests?.find((request) => request.taskId === task.taskId)?.terms.kind;
  const fields = outcomesOf(task.kind).flatMap((outcome) => ruleOf(outcome).date?.field ?? []);
  return [...new Set(fields)].filter((field) => field === 'promisedOn' || task.kind !== 'approval' || asked === 'deferral');
}

export const withFault = (state: PageState, entered: Entered, fault: EntryFault): PageState =>
  state.state === 'open' ? { ...state, entered, fault } : state;
