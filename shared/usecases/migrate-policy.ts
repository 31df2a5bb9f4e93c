import { decide } from '../domain/control/decide.ts';
import { migrateControl } from '../domain/control/migrate-controls.ts';
import { controlCalendar } from '../domain/control-calendar.ts';
import { appoint } from '../domain/participants.ts';
import { isOpen, type NextCheckpoint } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Regulation } from '../domain/regulation.ts';
import { formatInstant } from '../domain/zone.ts';
import type { PolicyHead } from '../ports/policy-store.ts';
import { type ChangeDeps, changePolicy, type Planned, type Situation } from './change-policy.ts';

export interface Migrating {
  readonly policyNumber: string;
  readonly version: number;
  readonly by: string;
}

/** Moves a policy to another version of its regulation. Safe to repeat: to the version it has, nothing changes. */
export async function migratePolicy(deps: ChangeDeps, { policyNumber, version, by }: Migrating): Promise<PolicyHead> {
  const known = await deps.policies.read(policyNumber);
  if (!known) throw new Refusal('NOT_FOUND', 'there is no policy with this number');
  const to = await deps.regulations.version(known.policy.regulation.regulationId, version);
  if (!to) throw new Refusal('UNKNOWN_REGULATION', `the regulation has no version ${version}`, '/version');
  const { head } = await changePolicy(deps, policyNumber, (situation) => plan(situation, to, by));
  return head;
}

function plan({ facts }: Situation, to: Regulation, by: string): Planned<undefined> {
  if (facts.policy.regulation.version === to.version) return { answer: undefined };
  if (!isOpen(facts.account.status))
    throw new Refusal('POLICY_CLOSED', `the policy is ${facts.account.status}: there is no process to move`);
  const controls = facts.progress.controls.map((control) => migrateControl(control, facts.regulation, to));
  const progress = { ...facts.progress, controls };
  const participants = appoint(rolesOf(to, facts.policy.participants), to);
  const policy = { ...facts.policy, participants, regulation: { regulationId: to.regulationId, version: to.version } };
  const next = decide({ ...facts, policy, progress, regulation: to, calendar: controlCalendar(policy.country, to) }).next;
  const before = { version: facts.regulation.version, ...shown(facts.progress.next) };
  const migration = { kind: 'migration', from: before, to: { version: to.version, ...shown(next) } } as const;
  return {
    answer: undefined,
    regulation: to,
    progress,
    change: { by, policy, opened: [], results: [], events: [migration], announced: [] },
  };
}

/** Persons of roles that the new version no longer has stay behind. */
const rolesOf = (to: Regulation, participants: PolicyHead['policy']['participants']) =>
  Object.fromEntries(Object.entries(participants).filter(([role]) => to.roles.some((r) => r.role === role)));

const shown = (next: NextCheckpoint | undefined) =>
  next ? { nextCheckpoint: { at: formatInstant(next.at), installment: next.installment, code: next.code } } : {};
