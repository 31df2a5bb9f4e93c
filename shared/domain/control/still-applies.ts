import type { LocalDate } from '../local-date.ts';
import type { Notice } from '../notice.ts';
import { isOpen, type PolicyStatus } from '../policy.ts';
import type { Regulation } from '../regulation.ts';
import { pauseOn } from '../relief.ts';
import type { Standing } from '../standing.ts';
import type { OpenTask } from '../task.ts';
import { startsProcess } from './thresholds.ts';

export interface SendingFacts {
  readonly notice: Notice;
  readonly status: PolicyStatus;
  readonly standing: Standing;
  readonly currency: string;
  readonly regulation: Regulation;
  readonly today: LocalDate;
  /** Tasks of the policy that wait for their result. */
  readonly openTasks: readonly OpenTask[];
}

/** Why a notice must not be sent any more, if so: asked at the moment it is claimed. Nobody is chased for what he has paid. */
export function whyObsolete(facts: SendingFacts): string | undefined {
  const { notice, status } = facts;
  switch (notice.kind) {
    case 'suspend':
      return status === 'suspended' ? undefined : 'cover is not suspended';
    case 'lapse':
      return status === 'lapsed' ? undefined : 'the policy has not lapsed';
    case 'reinstate':
      return status === 'active' ? undefined : 'cover is not restored';
    case 'remind':
    case 'notice':
      return whyNoDebt(facts);
    case 'task':
    case 'escalate':
      return whyNothingToDo(facts);
  }
}

/** Only a task about the debt waits while relief covers it: an approval or a dead address does not. */
function whyNothingToDo(facts: SendingFacts): string | undefined {
  const { tasks = [] } = facts.notice;
  const open = tasks.filter(({ taskId }) => facts.openTasks.some((task) => task.taskId === taskId));
  if (tasks.length > 0 && open.length === 0) return 'the task is closed';
  return open.some(({ kind }) => kind !== 'action') ? whyEnded(facts) : whyNoDebt(facts);
}

const whyEnded = ({ status }: SendingFacts): string | undefined => (isOpen(status) ? undefined : `the policy is ${status}`);

function whyNoDebt(facts: SendingFacts): string | undefined {
  const { notice, status, standing, currency, regulation, today } = facts;
  if (!isOpen(status)) return whyEnded(facts);
  const installment = standing.installments.find((i) => i.number === notice.installment);
  if (!installment || !startsProcess(installment.outstandingMinor, currency, regulation)) return 'covered';
  if (installment.status === 'deferred') return 'deferred';
  return pauseOn(today, installment.pauses) ? 'on hold' : undefined;
}
