import { isOpen } from '../domain/policy.ts';
import { Refusal } from '../domain/refusal.ts';
import { placementOf } from '../domain/significance/assignment.ts';
import type { ClassRecord } from '../domain/significance/class-record.ts';
import type { ClassifiedClient, HeldSignificance } from '../domain/significance/classified-client.ts';
import { approveLowering, declineLowering } from '../domain/significance/lowering.ts';
import { timestamp } from '../domain/zone.ts';
import type { ClientRegistry } from '../ports/client-registry.ts';
import type { Clock } from '../ports/clock.ts';
import { type ChangeDeps, clientChange, modelFor } from './client-change.ts';
import { allPoliciesOf, type PortfolioDeps } from './results-of-client.ts';

export interface Deps extends ChangeDeps, Pick<PortfolioDeps, 'policies'> {
  readonly clients: Pick<ClientRegistry, 'read' | 'write' | 'history'>;
  readonly clock: Clock;
}

export interface LoweringDecision {
  readonly decision: 'approved' | 'declined';
  readonly note?: string;
  readonly by: string;
  /** Addresses that he is known to be. */
  readonly emails: readonly string[];
}

const MOST_ATTEMPTS = 5;

/**
 * The approver decides on a lower class that waits for him. Safe to repeat: the answer that was given last, given again,
 * changes nothing. Benign race: the client was changed meanwhile; he is read again.
 */
export async function decideLowering(deps: Deps, clientId: string, said: LoweringDecision): Promise<void> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const seen = await deps.clients.read(clientId);
    if (!seen) throw new Refusal('NOT_FOUND', 'there is no client with this id');
    const held = seen.significance;
    if (!held?.pendingLowering) return refuseUnlessSaidBefore(deps, clientId, said);
    await demandApprover(deps, seen, said.emails);
    if (await decide(deps, { seen, held, said })) return;
  }
  throw new Error(`a client was written by others ${MOST_ATTEMPTS} times in a row`);
}

/**
 * Four eyes, as for relief: whoever has the approver's role in an open policy of the client decides himself, and no machine in his
 * name. Where nobody has, the lowering waits: without an open policy there is nothing that the client is served by.
 */
async function demandApprover({ models, policies }: Deps, client: ClassifiedClient, emails: readonly string[]): Promise<void> {
  const { lowering } = (await modelFor(models, client.significance)).model;
  if (!lowering.needsApproval) return;
  const role = lowering.approverRole;
  const open = (await allPoliciesOf(policies, client.clientId)).filter(({ account }) => isOpen(account.status));
  const approvers = open.flatMap(({ policy }) => policy.participants[role]?.email.toLowerCase() ?? []);
  if (approvers.length === 0)
    throw new Refusal('NO_APPROVER', `it needs an approval, and nobody has the role ${role} in an open policy of this client`);
  if (emails.some((email) => approvers.includes(email.toLowerCase()))) return;
  throw new Refusal('NOT_THE_APPROVER', `only who has the role ${role} in a policy of this client decides it, with a token of his own`);
}

interface Deciding {
  readonly seen: ClassifiedClient;
  readonly held: HeldSignificance;
  readonly said: LoweringDecision;
}

async function decide(deps: Deps, { seen, held, said: { decision, note, by } }: Deciding): Promise<boolean> {
  const at = timestamp(deps.clock.now());
  const approved = decision === 'approved';
  const significance: HeldSignificance = {
    ...(approved ? approveLowering(held) : declineLowering(held)),
    assignedAt: approved ? at : held.assignedAt,
    modelVersion: held.modelVersion,
  };
  const record: ClassRecord = {
    at,
    by,
    event: approved ? 'loweringApproved' : 'loweringDeclined',
    from: placementOf(held),
    to: placementOf(significance),
    ...(held.pendingLowering ? { proposed: held.pendingLowering } : {}),
    modelVersion: held.modelVersion,
    ...(note ? { note } : {}),
  };
  const client = { ...seen, significance, version: seen.version + 1 };
  return (await deps.clients.write(await clientChange(deps, { seen, client, record, at }))) === 'written';
}

async function refuseUnlessSaidBefore({ clients }: Deps, clientId: string, { decision, by }: LoweringDecision): Promise<void> {
  const last = (await clients.history(clientId)).at(-1);
  const event = decision === 'approved' ? 'loweringApproved' : 'loweringDeclined';
  if (last?.event === event && last.by === by) return;
  throw new Refusal('NO_LOWERING_PENDING', 'no lower class waits for an approval; see /clients/{clientId}/significance');
}
