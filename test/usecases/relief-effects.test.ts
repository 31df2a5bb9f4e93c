import { expect, test } from 'vitest';
import { localDate } from '../../shared/domain/local-date.ts';
import { standing } from '../../shared/domain/standing.ts';
import type { Situation } from '../../shared/usecases/change-policy.ts';
import { grantRelief } from '../../shared/usecases/relief-effects.ts';
import { factsOn, NOTHING_RECEIVED, policyOf } from '../support/policies.ts';
import { clientFacts } from '../support/significance-world.ts';

/** 100.00 due Tue 1 Dec 2026; relief that was asked for before is granted on Thu 3 Dec. */
const TODAY = localDate('2026-12-03');

function grantedWith(receivedMinor: number, until: string) {
  const policy = policyOf();
  const account = { ...NOTHING_RECEIVED, receivedMinor, moves: 1 };
  const facts = factsOn('2026-12-03', { policy, account });
  const situation: Situation = {
    facts,
    owed: standing(policy, account, TODAY),
    client: clientFacts(policy.clientId),
    today: TODAY,
    at: '2026-12-03T10:00:00.000Z',
    ids: { next: () => 'id-1' },
  };
  return grantRelief(situation, { reliefId: 'R-1', reason: 'asked for', terms: { kind: 'hold', until: localDate(until) } });
}

test('it is granted as it was asked for', () => {
  expect(grantedWith(0, '2026-12-10').policy.relief).toMatchObject([{ kind: 'hold', reliefId: 'R-1', until: '2026-12-10' }]);
});

test.each<[string, number, string, string]>([
  ['all of it has been paid meanwhile', 10_000, '2026-12-10', 'NOTHING_OWED'],
  ['its end has passed meanwhile', 0, '2026-12-03', 'DATE_NOT_LATER'],
])('%s: it is not granted any more', (_, received, until, code) => {
  expect(() => grantedWith(received, until)).toThrow(expect.objectContaining({ code }));
});
