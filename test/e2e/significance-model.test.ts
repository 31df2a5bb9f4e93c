import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_MODEL } from '../../shared/domain/significance/default-model.ts';
import { countAwsRequests } from '../support/aws-requests.ts';
import { type Insurer, startInsurer } from '../support/insurer.ts';
import { HEAD_OF_SALES, MANAGER, tokenOf } from '../support/participants.ts';

/** The model as versioned data, tried before it is published; a lower class that a person decides on; what requests cost. */
let insurer: Insurer;
beforeAll(async () => {
  insurer = await startInsurer('2026-11-22T08:00:00Z');
});
afterAll(() => insurer.cloud.stop());

const uah = (amount: number) => ({ amount: `${amount}.00`, currency: 'UAH' });
const get = async (path: string) => (await insurer.call('GET', path)).body;
const STRONG = { annualRevenue: uah(3_000_000_000) };

test('the model is there from the start, and what is read can be put again', async () => {
  const { status, body: model } = await insurer.call('GET', '/significance/model');
  expect([status, model.version, model.matrix, model.defaultClass]).toEqual([200, 1, DEFAULT_MODEL.matrix, 'B']);
  expect((await insurer.call('PUT', '/significance/model', model)).status).toBe(200); // in force already
  const changed = { ...model, hysteresis: { marginPoints: 4, reassessments: 2 } };
  const put = await insurer.call('PUT', '/significance/model', changed);
  expect([put.status, put.body.version, put.headers.get('location')]).toEqual([201, 2, '/significance/model?version=2']);
  expect((await get('/significance/model')).hysteresis.marginPoints).toBe(4);
  expect((await get('/significance/model?version=1')).hysteresis.marginPoints).toBe(3);
  expect((await insurer.call('GET', '/significance/model?version=9')).status).toBe(404);
  expect((await insurer.call('GET', '/significance/model?version=zero')).status).toBe(400);
});

test('a model with faults is refused whole, each fault with its pointer', async () => {
  const model = await get('/significance/model');
  const broken = {
    ...model,
    potential: { ...model.potential, bands: { P1: 60, P2: 70, P3: 0 } },
    conditions: { A: model.conditions.A, B: model.conditions.B },
    surprise: true,
  };
  const { status, body } = await insurer.call('PUT', '/significance/model', broken);
  expect([status, body.code]).toEqual([400, 'INVALID_MODEL']);
  expect(body.errors.map((e: { pointer: string }) => e.pointer).toSorted()).toEqual(['/conditions/C', '/potential/bands/P1', '/surprise']);
  expect((await get('/significance/model')).version).toBe(2);
});

test.each([
  ['PUT', '/significance/model', DEFAULT_MODEL],
  ['POST', '/significance/model/preview', DEFAULT_MODEL],
  ['POST', '/significance/reassessment', undefined],
  ['POST', '/clients/ANY/significance/lowering', { decision: 'approved' }],
])('%s %s needs the scope significance:write', async (method, path, body) => {
  const token = await insurer.cloud.token(['read', 'clients:write']);
  expect((await insurer.call(method, path, body, token)).status).toBe(403);
});

describe('a draft', () => {
  test('is tried on the clients there are, and changes nothing', async () => {
    await insurer.client('BIG', { potential: STRONG });
    await insurer.client('SMALL');
    const before = [await get('/significance/matrix'), await get('/clients/BIG/significance'), await get('/significance/model')];
    const draft = { ...DEFAULT_MODEL, matrix: { ...DEFAULT_MODEL.matrix, P1: { F1: 'A', F2: 'A', F3: 'A' } } };
    const { status, body } = await insurer.call('POST', '/significance/model/preview', draft);
    expect([status, body.status, body.clients, body.unchanged]).toEqual([200, 'done', 2, 1]);
    const from = { potentialBand: 'P1', resultBand: 'F3', class: 'B' };
    expect(body.movements).toEqual([{ from, to: { ...from, class: 'A' }, clients: 1 }]);
    expect(body.largest).toEqual([{ clientId: 'BIG', from, to: { ...from, class: 'A' }, classSteps: 1, bandSteps: 0, score: 0 }]);
    const after = [await get('/significance/matrix'), await get('/clients/BIG/significance'), await get('/significance/model')];
    expect(after).toEqual(before);
  });

  test('with faults is refused as a model with faults is', async () => {
    const { status, body } = await insurer.call('POST', '/significance/model/preview', { ...DEFAULT_MODEL, defaultClass: 'D' });
    expect([status, body.errors]).toEqual([400, [{ pointer: '/defaultClass', detail: expect.any(String) }]]);
  });
});

describe('a model that asks a person before a class is lowered', () => {
  let head: string;
  const decide = (body: object, token = head) => insurer.call('POST', '/clients/FALLING/significance/lowering', body, token);

  beforeAll(async () => {
    const { body: model } = await insurer.call('GET', '/significance/model');
    const lowering = { needsApproval: true, approverRole: 'headOfSales' };
    expect((await insurer.call('PUT', '/significance/model', { ...model, lowering })).status).toBe(201);
    await insurer.client('FALLING', { potential: STRONG });
    await insurer.client('FALLING');
    await insurer.policy('OF-FALLING', { clientId: 'FALLING' });
    head = await tokenOf(insurer, HEAD_OF_SALES);
  });

  test('the client keeps his class, and it is seen that somebody has to decide', async () => {
    const shown = await get('/clients/FALLING/significance');
    expect(shown).toMatchObject({ class: 'B', potentialBand: 'P1', pendingLowering: { class: 'C', potentialBand: 'P3' }, modelVersion: 3 });
    expect(shown.history.map((h: { event: string }) => h.event)).toEqual(['assigned', 'loweringProposed']);
  });

  test('an answer that is none is refused', async () => {
    const { status, body } = await decide({ decision: 'maybe' });
    expect([status, body.errors[0].pointer]).toEqual([400, '/decision']);
  });

  test('nobody decides in the name of the approver, with whatever scopes', async () => {
    for (const subject of ['local-user', MANAGER]) {
      const { status, body } = await decide({ decision: 'approved' }, await tokenOf(insurer, subject));
      expect([status, body.code]).toEqual([403, 'NOT_THE_APPROVER']);
    }
    expect((await get('/clients/FALLING')).significance.class).toBe('B');
  });

  test('approved it takes place, with who approved it; twice is once; then there is nothing to decide', async () => {
    const approve = () => decide({ decision: 'approved', note: 'lost its fleet' });
    const [first, again] = [await approve(), await approve()];
    expect([first.status, first.body.class, first.body.pendingLowering]).toEqual([200, 'C', null]);
    expect([again.status, again.body.history.length]).toEqual([200, first.body.history.length]);
    expect(first.body.history.at(-1)).toMatchObject({
      event: 'loweringApproved',
      by: HEAD_OF_SALES,
      note: 'lost its fleet',
      to: { class: 'C' },
    });
    const declined = await decide({ decision: 'declined' });
    expect([declined.status, declined.body.code]).toEqual([409, 'NO_LOWERING_PENDING']);
  });
});

test('an individual, and a client that is not there, have no significance to explain', async () => {
  await insurer.client('PERSON', { kind: 'individual' });
  expect((await insurer.call('GET', '/clients/PERSON')).body.significance).toBeNull();
  expect((await insurer.call('GET', '/clients/PERSON/significance')).status).toBe(404);
  expect((await insurer.call('GET', '/clients/NOBODY/significance')).status).toBe(404);
});

test('an id that needs the other form in a path has it in its explanation, too', async () => {
  const { body } = await insurer.client('~S1RPLzc'); // 'KTO/7'
  expect([body.clientId, body.self]).toEqual(['KTO/7', '/clients/~S1RPLzc']);
  expect((await get('/clients/~S1RPLzc/significance')).self).toBe('/clients/~S1RPLzc/significance');
});

describe('requests to DynamoDB', () => {
  /** Once what went before has come to its end. */
  async function asked(work: () => Promise<unknown>) {
    await insurer.cloud.advanceTo(insurer.cloud.clock.now());
    return (await countAwsRequests(work)).filter((name) => name.startsWith('DynamoDB'));
  }

  test('a new client is a read and one transaction; told again, a read', async () => {
    expect(await asked(() => insurer.client('COSTS'))).toEqual(['DynamoDB BatchGetItem', 'DynamoDB TransactWriteItems']);
    expect(await asked(() => insurer.client('COSTS'))).toEqual(['DynamoDB BatchGetItem']);
  });

  test('a changed potential reads the list of policies, too', async () => {
    expect(await asked(() => insurer.client('COSTS', { potential: STRONG }))).toEqual([
      'DynamoDB BatchGetItem',
      'DynamoDB Query',
      'DynamoDB TransactWriteItems',
    ]);
  });

  test('the matrix is one, however many clients there are, and one for the model', async () => {
    expect(await asked(() => insurer.call('GET', '/significance/matrix'))).toEqual(['DynamoDB Query', 'DynamoDB Query']);
  });
});
