import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** Nine clients in nine cells by what they are and what they pay; counters against a recount; hysteresis as weeks go by. */
let insurer: Insurer;
beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
});
afterAll(() => insurer.cloud.stop());

const uah = (amount: number) => ({ amount: `${amount}.00`, currency: 'UAH' });
const get = async (path: string) => (await insurer.call('GET', path)).body;

/*
 * By the default model. Potential (revenue 40, half of uninsured lines' 10; the others are not given, so 50 count):
 * 3,000 M [100]: 4500 / 50 = 90 → P1; 100 M [50]: 2500 / 50 = 50 → P2; 1 M [0]: 500 / 50 = 10 → P3.
 * Results (no loss ratio, so 90 count): nothing insured 1000 / 90 = 11.11 → F3; one policy of 2 M paid in time 5425 / 90 = 60.27 → F2;
 * three lines of 2 M each, paid in time: 6 M [100] 3500, policies 3 [50] 500, lines 3 [75] 1125, in time [100] 2000: 7125 / 90 = 79.16 → F1.
 */
const REVENUE = { P1: 3_000_000_000, P2: 100_000_000, P3: 1_000_000 };
const POLICIES = { F1: 3, F2: 1, F3: 0 };

async function insured(clientId: string, product: string): Promise<void> {
  const number = `${clientId}-${product}`;
  const facts = { clientId, product, premium: uah(2_000_000), coverFrom: '2026-11-01', coverTo: '2027-10-31' };
  await insurer.policy(number, { ...facts, paymentPlan: { kind: 'fullPay', dueOn: '2026-11-03' } });
  await insurer.pay(`pay-${number}`, number, '2000000.00', { receivedOn: '2026-11-02' });
}

async function reassess() {
  const { status, body } = await insurer.call('POST', '/significance/reassessment');
  expect(status).toBe(202);
  await insurer.cloud.advanceTo(insurer.cloud.clock.now() + 60_000);
  return get(body.self);
}

test('nine clients stand in nine cells, of the classes of the matrix', async () => {
  for (const [p, revenue] of Object.entries(REVENUE))
    for (const [f, count] of Object.entries(POLICIES)) {
      await insurer.client(`${p}${f}`, { potential: { annualRevenue: uah(revenue) } });
      for (const product of ['Cargo', 'Fleet', 'Property'].slice(0, count)) await insured(`${p}${f}`, product);
    }
  expect((await get('/significance/matrix')).cells.map((c: { clients: number }) => c.clients)).toEqual([0, 0, 3, 0, 0, 3, 0, 0, 3]);
  await insurer.advanceTo('2026-11-05T08:00:00Z');
  expect(await reassess()).toMatchObject({ status: 'done', clients: 9, moved: 6, failed: 0 });
  const { cells, total, modelVersion } = await get('/significance/matrix');
  expect([total, modelVersion]).toEqual([9, 1]);
  expect(cells.map((c: Record<string, unknown>) => `${c['potentialBand']}${c['resultBand']} ${c['class']} ${c['clients']}`)).toEqual([
    'P1F1 A 1',
    'P1F2 A 1',
    'P1F3 B 1',
    'P2F1 A 1',
    'P2F2 B 1',
    'P2F3 C 1',
    'P3F1 B 1',
    'P3F2 C 1',
    'P3F3 C 1',
  ]);
  for (const [significanceClass, ids] of [
    ['A', ['P1F1', 'P1F2', 'P2F1']],
    ['B', ['P1F3', 'P2F2', 'P3F1']],
    ['C', ['P2F3', 'P3F2', 'P3F3']],
  ] as const)
    expect((await get(`/clients?class=${significanceClass}`)).items.map((c: { clientId: string }) => c.clientId)).toEqual(ids);
}, 90_000);

test('the matrix is a picture and a page, too', async () => {
  const as = async (accept: string) => {
    const response = await fetch(`${insurer.cloud.apiUrl}/significance/matrix?language=uk`, {
      headers: { accept, authorization: `Bearer ${await insurer.cloud.token()}` },
    });
    return [response.status, response.headers.get('content-type'), await response.text()] as const;
  };
  const [svgStatus, svgType, svg] = await as('image/svg+xml');
  expect([svgStatus, svgType]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  expect(svg).toContain('9 клієнтів');
  const [pageStatus, pageType, page] = await as('text/html');
  expect([pageStatus, pageType]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page).toContain('Значущість клієнтів');
  expect((await as('image/png'))[0]).toBe(406);
});

test('counters equal a recount when many clients are written at once', async () => {
  const puts = Array.from({ length: 120 }, (_, n) =>
    insurer.client(`BUSY-${n % 30}`, { potential: { annualRevenue: uah(Object.values(REVENUE)[n % 3] ?? 0), employees: n } }),
  );
  expect(new Set((await Promise.all(puts)).map((answer) => answer.status))).toEqual(new Set([200, 201]));
  const listed: { potentialBand: string; resultBand: string }[] = [];
  for (const significanceClass of ['A', 'B', 'C']) {
    let cursor = '';
    do {
      const page = await get(`/clients?class=${significanceClass}&limit=20${cursor && `&cursor=${cursor}`}`);
      listed.push(...page.items.map((c: { significance: { potentialBand: string; resultBand: string } }) => c.significance));
      cursor = page.cursor ?? '';
    } while (cursor);
  }
  const { cells, total } = await get('/significance/matrix');
  expect([listed.length, total]).toEqual([39, 39]);
  for (const { potentialBand, resultBand, clients } of cells)
    expect(listed.filter((c) => c.potentialBand === potentialBand && c.resultBand === resultBand)).toHaveLength(clients);
}, 60_000);

describe('hysteresis, as weeks go by', () => {
  /*
   * Two lines of 3 M, paid in time: 6 M [100] 3500, policies 2 [25] 250, lines 2 [50] 750, in time 2000: 6500 of 90 = 72.22.
   * That is past 70 by less than the margin of 3: F2 at the first reassessment (40 is passed by far), F1 at the second.
   * With a loss ratio of 0.8 [25] 250: 6750 of 100 = 67.5. Below 70 by less than the margin: F1 stays once, then F2.
   */
  const bands = async () => (await get('/clients/SLOW')).significance.resultBand;
  const nextWeek = () => insurer.cloud.advanceTo(insurer.cloud.clock.now() + 7 * 86_400_000);

  test('a band changes when the score stays past the threshold for two reassessments, up and down', async () => {
    await insurer.client('SLOW', { potential: { annualRevenue: uah(1_000_000) } });
    for (const product of ['Cargo', 'Fleet']) {
      const number = `SLOW-${product}`;
      const facts = { clientId: 'SLOW', product, premium: uah(3_000_000), coverFrom: '2026-11-01', coverTo: '2027-10-31' };
      await insurer.policy(number, { ...facts, paymentPlan: { kind: 'fullPay', dueOn: '2026-11-05' } });
      await insurer.pay(`pay-${number}`, number, '3000000.00', { receivedOn: '2026-11-05' });
    }
    const seen: string[] = [await bands()];
    for (let week = 0; week < 3; week++) {
      await nextWeek();
      seen.push(await bands());
    }
    expect(seen).toEqual(['F3', 'F2', 'F1', 'F1']);
    await insurer.client('SLOW', { potential: { annualRevenue: uah(1_000_000), lossRatio: 0.8 } });
    seen.push(await bands());
    for (let week = 0; week < 3; week++) {
      await nextWeek();
      seen.push(await bands());
    }
    expect(seen.slice(4)).toEqual(['F1', 'F1', 'F2', 'F2']);
  }, 60_000);

  test('the history says who had which class when, by which model, and why', async () => {
    const { history, nearestChanges, results } = await get('/clients/SLOW/significance');
    expect(history.map((h: Record<string, unknown>) => [h['event'], h['occasion'], h['by']])).toEqual([
      ['assigned', 'change', 'local-user'],
      ['moved', 'reassessment', 'system'],
      ['moved', 'reassessment', 'system'],
      ['moved', 'reassessment', 'system'],
    ]);
    expect(history.map((h: { to: { class: string; resultBand: string } }) => h.to.resultBand + h.to.class)).toEqual([
      'F3C',
      'F2C',
      'F1B',
      'F2C',
    ]);
    expect(
      history.map((h: { why: { results: { because: string; score: number } } }) => [h.why.results.because, h.why.results.score]),
    ).toEqual([
      ['first', 11.11],
      ['passedByMargin', 72.22],
      ['stayedPast', 72.22],
      ['stayedPast', 67.5],
    ]);
    const [told] = history[3].why.results.indicators.filter((i: { code: string }) => i.code === 'premiumsReceived12m');
    expect(told).toEqual({ code: 'premiumsReceived12m', value: uah(6_000_000), points: 100 });
    expect(results).toMatchObject({ band: 'F2', score: 67.5 });
    const premiums = results.indicators.find((i: { code: string }) => i.code === 'premiumsReceived12m');
    expect(premiums).toMatchObject({ value: uah(6_000_000), points: 100, threshold: { from: 5_000_000, points: 100 } });
    expect(nearestChanges.map((c: { text: string }) => c.text)).toContainEqual(expect.stringMatching(/^F2 → F1 /));
  });
});
