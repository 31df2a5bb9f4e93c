import type { Audience, Notice, Recipient } from '../notice.ts';
import type { Policy } from '../policy.ts';
import { type Action, type ActionKind, type Language, POLICYHOLDER, type Regulation } from '../regulation.ts';

/** One message: one recipient, all the actions of a checkpoint that address him. */
export interface Addressed {
  readonly recipient: Recipient;
  readonly audience: Audience;
  readonly kind: ActionKind;
  readonly actions: readonly string[];
}

export interface Policyholder {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

const STRENGTH: Readonly<Record<Audience, number>> = { policyholder: 2, responsible: 1, informed: 0 };

/** From courtesy to effect in law: who is told of several at once must not miss the one with effect. */
const BY_EFFECT: readonly ActionKind[] = ['remind', 'task', 'escalate', 'notice', 'reinstate', 'suspend', 'lapse'];

/**
 * Who gets a message at a checkpoint: whom the actions name in `to`, who is responsible for a task, and who is informed.
 * One message per address, however many actions concern it. The strongest of its parts decides how it is addressed, and of
 * equal ones that with the most effect what it is about.
 */
export function addressees(actions: readonly Action[], policy: Policy, policyholder: Policyholder): readonly Addressed[] {
  const byEmail = new Map<string, Addressed>();
  for (const action of actions) {
    for (const { role, audience } of addressed(action)) {
      const recipient = recipientOf(role, policy, policyholder);
      if (!recipient) continue;
      const key = recipient.email.toLowerCase();
      byEmail.set(key, join(byEmail.get(key), { recipient, audience, kind: action.kind, actions: [action.code] }));
    }
  }
  return [...byEmail.values()];
}

function addressed(action: Action): readonly { readonly role: string; readonly audience: Audience }[] {
  const named = (action.to ?? []).map((role) => ({ role, audience: audienceOf(role, action) }));
  const involved = Object.entries(action.participants)
    .filter(([, raci]) => raci === 'R' || raci === 'I')
    .map(([role]) => ({ role, audience: audienceOf(role, action) }));
  return [...named, ...involved.filter(({ role }) => !named.some((n) => n.role === role))];
}

function audienceOf(role: string, action: Action): Audience {
  if (role === POLICYHOLDER) return 'policyholder';
  return action.participants[role] === 'R' ? 'responsible' : 'informed';
}

/** undefined: nobody has the role in this policy. */
export function recipientOf(role: string, policy: Policy, policyholder: Policyholder): Recipient | undefined {
  if (role === POLICYHOLDER) return { role, name: policyholder.name, email: policyholder.email, language: policyholder.language };
  const person = policy.participants[role];
  return person && { role, name: person.name, email: person.email, language: person.language ?? policyholder.language };
}

/**
 * Whom to ask before an action: C of the matrix, in the order of its roles. Nobody writes to them: who does the action is told who they are.
 */
export function consultedFor(
  code: string,
  { roles, actions }: Regulation,
  policy: Policy,
  policyholder: Policyholder,
): readonly Recipient[] {
  const participants = actions.find((action) => action.code === code)?.participants ?? {};
  return roles.filter(({ role }) => participants[role] === 'C').flatMap(({ role }) => recipientOf(role, policy, policyholder) ?? []);
}

/** Its recipient is reached at another address now: the client's was corrected. */
export function isReaddressed({ recipient }: Pick<Notice, 'recipient'>, policy: Policy, policyholder: Policyholder): boolean {
  const now = recipientOf(recipient.role, policy, policyholder);
  return now !== undefined && now.email.toLowerCase() !== recipient.email.toLowerCase();
}

function join(first: Addressed | undefined, second: Addressed): Addressed {
  if (!first) return second;
  const stronger = STRENGTH[second.audience] - STRENGTH[first.audience] || BY_EFFECT.indexOf(second.kind) - BY_EFFECT.indexOf(first.kind);
  const lead = stronger > 0 ? second : first;
  return { ...lead, actions: [...new Set([...first.actions, ...second.actions])] };
}
