import { addBusinessDays, type BusinessCalendar } from '../business-calendar.ts';
import type { LocalDate } from '../local-date.ts';
import type { Policy } from '../policy.ts';
import type { Action, Person, Raci } from '../regulation.ts';

/** A task that a checkpoint opens, before it has an id. */
export interface PlannedTask {
  readonly installment: number;
  /** Code of the checkpoint. */
  readonly checkpoint: string;
  readonly action: Action;
  readonly dueOn: LocalDate;
}

/** Business days to do a task in, where the regulation doesn't say. */
const DEFAULT_BUSINESS_DAYS = 2;

export const opensTask = ({ kind }: Action): boolean => kind === 'task' || kind === 'escalate';

/** When a task opened today is to be done: 2 business days from Friday → Tuesday. */
export const taskDueOn = (
  { dueInBusinessDays = DEFAULT_BUSINESS_DAYS }: Pick<Action, 'dueInBusinessDays'>,
  today: LocalDate,
  calendar: BusinessCalendar,
): LocalDate => addBusinessDays(today, dueInBusinessDays, calendar);

/** Who has a letter of the matrix, if the policy names a person. */
export function participantWith(letter: Raci, action: Action, policy: Policy): (Person & { readonly role: string }) | undefined {
  const role = Object.keys(action.participants).find((name) => action.participants[name] === letter);
  const person = role === undefined ? undefined : policy.participants[role];
  return role === undefined || !person ? undefined : { ...person, role };
}

/** Who gets the task when it is late: A, unless it is the same person as R. */
export function accountableFor(action: Action, policy: Policy): (Person & { readonly role: string }) | undefined {
  const [responsible, accountable] = [participantWith('R', action, policy), participantWith('A', action, policy)];
  return accountable?.email.toLowerCase() === responsible?.email.toLowerCase() ? undefined : accountable;
}
