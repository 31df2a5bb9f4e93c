import { decideFirst } from '../domain/control/decide-first.ts';
import { controlCalendar } from '../domain/control-calendar.ts';
import type { Installment } from '../domain/installment-plan.ts';
import { appoint } from '../domain/participants.ts';
import { type Policy, wakeTime } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Person, Regulation } from '../domain/regulation.ts';
import { timestamp } from '../domain/zone.ts';
import type { CheckpointWakeUps } from '../ports/checkpoint-wake-ups.ts';
import type { Clock } from '../ports/clock.ts';
import type { PolicyHead, PolicyStore } from '../ports/policy-store.ts';
import type { RegulationStore } from '../ports/regulation-store.ts';

export interface Deps {
  readonly policies: PolicyStore;
  readonly regulations: RegulationStore;
  readonly wakeUps: CheckpointWakeUps;
  readonly clock: Clock;
}

/** A policy as the insurer's system tells it, its plan already sliced. */
export type NewPolicy = Omit<Policy, 'regulation' | 'participants' | 'relief' | 'openedAt'> & {
  readonly regulationId: string;
  readonly participants: Readonly<Record<string, Person>>;
};

export interface Said {
  readonly policy: NewPolicy;
  /** Digest of the caller's facts. */
  readonly fingerprint: string;
  readonly by: string;
}

export type Opened = { readonly outcome: 'new' | 'replay'; readonly head: PolicyHead };

const MOST_ATTEMPTS = 3; // a regulation can be published while a policy is opened, not three times

/** Opens a policy: one transaction, then its first wake-up. A replay makes sure of the wake-up again. */
export async function openPolicy(deps: Deps, said: Said): Promise<Opened> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const regulation = await deps.regulations.latestKnown(said.policy.regulationId);
    if (!regulation) throw new Refusal('UNKNOWN_REGULATION', 'no regulation has this id', '/regulationId');
    const head = headOf(deps, said.policy, regulation);
    const written = await deps.policies.open({
      ...head,
      opened: openedRecord(head.policy, said.by),
      fingerprint: said.fingerprint,
      oldestDueOn: oldestDueOn(head.policy.installments),
    });
    switch (written.outcome) {
      case 'opened':
        await ensure(deps, head);
        return { outcome: 'new', head };
      case 'exists':
        return replay(deps, said, written.fingerprint);
      case 'unknownClient':
        throw new Refusal('UNKNOWN_CLIENT', 'no client has this id; PUT /clients/{clientId} first', '/clientId');
      case 'newerRegulation':
        deps.regulations.learn(written.regulation);
    }
  }
  throw new Error('a newer regulation was found each time a policy was opened');
}

function headOf({ clock }: Deps, said: NewPolicy, regulation: Regulation): PolicyHead {
  const { regulationId: _, participants, ...facts } = said;
  const policy: Policy = {
    ...facts,
    participants: appoint(participants, regulation),
    regulation: { regulationId: regulation.regulationId, version: regulation.version },
    relief: [],
    openedAt: timestamp(clock.now()),
  };
  const account = { status: 'active', receivedMinor: 0, directedMinor: {}, moves: 0 } as const;
  return { policy, account, progress: decideFirst({ policy, regulation, calendar: controlCalendar(policy.country, regulation) }) };
}

const openedRecord = (policy: Policy, by: string) => {
  const { policyNumber, openedAt: at, ...facts } = policy;
  return { entry: `${at}#00000000#0`, policyNumber, at, by, kind: 'opened' as const, facts };
};

const oldestDueOn = (installments: readonly Installment[]): string => installments.map((i) => i.dueOn).toSorted()[0] ?? '';

async function replay(deps: Deps, said: Said, fingerprint: string): Promise<Opened> {
  if (fingerprint !== said.fingerprint)
    throw new Refusal('POLICY_NUMBER_REUSED', 'a policy with this number exists with other content; nothing was changed', '/policyNumber');
  const head = await deps.policies.read(said.policy.policyNumber);
  if (!head) throw new Error('a policy that exists could not be read');
  await ensure(deps, head);
  return { outcome: 'replay', head };
}

async function ensure({ wakeUps }: Deps, { policy, progress }: PolicyHead): Promise<void> {
  const { policyNumber, clientId } = policy;
  if (progress.next) await wakeUps.ensure({ policyNumber, clientId, generation: progress.generation, at: wakeTime(progress.next) });
}
