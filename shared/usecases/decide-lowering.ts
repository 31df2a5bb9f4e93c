import { Refusal } from '../domain/refusal.ts';
import { placementOf } from '../domain/significance/assignment.ts';
import type { ClassRecord } from '../domain/significance/class-record.ts';
import type { ClassifiedClient, HeldSignificance } from '../domain/significance/classified-client.ts';
import { approveLowering, declineLowering } from '../domain/significance/lowering.ts';
import { timestamp } from '../domain/zone.ts';
import type { ClientRegistry } from '../ports/client-registry.ts';
import type { Clock } from '../ports/clock.ts';
import { type ChangeDeps, clientChange } from './client-change.ts';

export interface Deps extends ChangeDeps {
  readonly clients: Pick<ClientRegistry, 'read' | 'write' | 'history'>;
  readonly clock: Clock;
}

export interface LoweringDecision {
  readonly decision: 'approved' | 'declined';
  readonly note?: string;
  readonly by: string;
}

const MOST_ATTEMPTS = 5;

/**
 * A person decides on a lower class that waits for approval. Safe to repeat: the answer that was given last, given again,
 * changes nothing. Benign race: the client was changed meanwhile; he is read again.
 */
export async function decideLowering(deps: Deps, clientId: string, said: LoweringDecision): Promise<void> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const seen = await deps.clients.read(clientId);
    if (!seen) throw new Refusal('NOT_FOUND', 'there is no client with this id');
    const held = seen.significance;
    if (!held?.pendingLowering) return refuseUnlessSaidBefore(deps, clientId, said);
    if (await decide(deps, { seen, held, said })) return;
  }
  throw new Error(`a client was written by others ${MOST_ATTEMPTS} times in a row`);
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
