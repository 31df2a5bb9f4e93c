import { beforeEach, expect, test } from 'vitest';
import type { Account } from '../../../shared/domain/policy.ts';
import { recount } from '../../../shared/domain/significance/cells.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import { decideLowering, type LoweringDecision } from '../../../shared/usecases/decide-lowering.ts';
import { putClient } from '../../../shared/usecases/put-client.ts';
import { readSignificance } from '../../../shared/usecases/read-significance.ts';
import { memoryDatabase } from '../../support/document-clients.ts';
import { NOTHING_RECEIVED, notControlled, PARTICIPANTS, policyOf } from '../../support/policies.ts';
import { allClients, clientFacts, intentsOf, type SignificanceWorld, significanceWorld } from '../../support/significance-world.ts';

const STRONG = { annualRevenue: { amountMinor: 3_000_000_000_00, currency: 'UAH' } };
const WEAK = { annualRevenue: { amountMinor: 1_000_000_00, currency: 'UAH' } };
const CAREFUL = { ...DEFAULT_MODEL, lowering: { needsApproval: true, approverRole: 'headOfSales' } } as const;

let world: SignificanceWorld;
const put = (potential: typeof STRONG) => putClient(world, clientFacts('C-1', potential), 'core-system');
const HEAD = { by: 'head', emails: [PARTICIPANTS.headOfSales.email.toUpperCase()] };
const MANAGER = { by: 'manager', emails: [PARTICIPANTS.accountManager.email] };
const CORE_SYSTEM = { by: 'core-system', emails: [] };
const served = (status: Account['status']) => {
  const policy = policyOf({ clientId: 'C-1' });
  return { policy, account: { ...NOTHING_RECEIVED, status }, progress: notControlled(policy) };
};

/** Decided on by the head of sales, who has this role in an open policy of the client, unless it is said otherwise. */
const decide = (said: Partial<LoweringDecision>, policies = [served('lapsed'), served('active')], clientId = 'C-1') =>
  decideLowering({ ...world, policies: { ofClient: async () => ({ items: policies }) } }, clientId, {
    decision: 'approved',
    ...HEAD,
    ...said,
  });

const classOf = async () => (await world.clients.read('C-1'))?.significance?.class;
const kindsOfIntents = async () => (await intentsOf(world)).map((i) => (i.kind === 'event' ? i.event.type : i.kind)).toSorted();
const events = async () => (await world.clients.history('C-1')).map((r) => [r.event, r.to?.class, r.by]);

/** P1F3, class B; then weak, which is P3F3, class C, and waits for a person. */
beforeEach(async () => {
  world = significanceWorld(memoryDatabase());
  await world.models.publish(CAREFUL, { recordedAt: '2026-11-22T08:00:00.000Z', by: 'actuary' });
  await put(STRONG);
  world.advance(1);
  await put(WEAK);
  world.advance(1);
});

test('a lower class waits: the client keeps his class and his cell, and others are told that somebody has to decide', async () => {
  const held = (await world.clients.read('C-1'))?.significance;
  expect(held).toMatchObject({ class: 'B', potentialBand: 'P1', pendingLowering: { class: 'C', potentialBand: 'P3' } });
  expect(await kindsOfIntents()).toEqual(['ClassLoweringProposed']);
  expect(await events()).toEqual([
    ['assigned', 'B', 'core-system'],
    ['loweringProposed', 'B', 'core-system'],
  ]);
  expect((await world.cells.counts()).P1.F3).toBe(1);
});

test('approved, it takes place, by whom it was approved; the answer given twice changes nothing', async () => {
  await decide({ note: 'lost the fleet' });
  await decide({ note: 'lost the fleet' });
  expect(await classOf()).toBe('C');
  expect((await events()).slice(2)).toEqual([['loweringApproved', 'C', 'head']]);
  expect((await world.clients.history('C-1')).at(-1)).toMatchObject({
    note: 'lost the fleet',
    from: { class: 'B' },
    proposed: { class: 'C' },
  });
  expect(await kindsOfIntents()).toEqual(['ClassChanged', 'ClassLoweringProposed', 'reclassify']);
  expect(await world.cells.counts()).toEqual(recount(await allClients(world)));
});

test('declined, the client stays, and is not proposed for the same again', async () => {
  await decide({ decision: 'declined' });
  await put({ annualRevenue: { amountMinor: 2_000_000_00, currency: 'UAH' } });
  expect(await classOf()).toBe('B');
  expect((await events()).slice(2)).toEqual([['loweringDeclined', 'B', 'head']]);
  expect(await kindsOfIntents()).toEqual(['ClassLoweringProposed']);
});

test('a client that recovers withdraws it', async () => {
  await put(STRONG);
  expect((await world.clients.read('C-1'))?.significance?.pendingLowering).toBeUndefined();
  expect((await events()).at(-1)).toEqual(['loweringWithdrawn', 'B', 'core-system']);
});

test('without a lowering that waits there is nothing to decide', async () => {
  await decide({});
  await expect(decide({ decision: 'declined' })).rejects.toMatchObject({ code: 'NO_LOWERING_PENDING' });
  await expect(decide({}, [], 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each([
  ['a machine', CORE_SYSTEM, [served('active')], 'NOT_THE_APPROVER'],
  ['a participant in another role', MANAGER, [served('active')], 'NOT_THE_APPROVER'],
  ['the head of sales of a policy that has ended', HEAD, [served('lapsed')], 'NO_APPROVER'],
  ['anybody, of a client without a policy', HEAD, [], 'NO_APPROVER'],
])('%s does not decide', async (_, by, policies, code) => {
  for (const decision of ['approved', 'declined'] as const)
    await expect(decide({ ...by, decision }, policies)).rejects.toMatchObject({ code });
  expect((await world.clients.read('C-1'))?.significance).toMatchObject({ class: 'B', pendingLowering: { class: 'C' } });
  expect(await events()).toHaveLength(2);
});

test('anybody decides on a lowering that waits when the model in force asks nobody', async () => {
  await world.models.publish(DEFAULT_MODEL, { recordedAt: '2026-11-25T08:00:00.000Z', by: 'actuary' });
  await decide(CORE_SYSTEM, []);
  expect(await classOf()).toBe('C');
});

test('the explanation shows what is held, what waits, and what today says', async () => {
  const explained = await readSignificance(world, 'C-1');
  expect(explained?.held).toMatchObject({ class: 'B', pendingLowering: { class: 'C' } });
  expect(explained?.today.potential.step).toMatchObject({ scoreBand: 'P3' });
  expect(explained?.published.version).toBe(2);
  expect(await readSignificance(world, 'nobody')).toBeUndefined();
});
