import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressees, consultedFor } from '../../../shared/domain/control/addressees.ts';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import { type Action, type ActionKind, POLICYHOLDER, type Raci } from '../../../shared/domain/regulation.ts';
import { PARTICIPANTS, POLICYHOLDER_PERSON, policyOf } from '../../support/policies.ts';

const action = (code: string, kind: ActionKind, to: readonly string[], participants: Readonly<Record<string, Raci>> = {}): Action => ({
  code,
  kind,
  to,
  participants,
  title: code,
  technique: 'as usual',
  expectedResult: 'done',
});

const sent = (actions: readonly Action[], policy = policyOf()) =>
  addressees(actions, policy, POLICYHOLDER_PERSON).map(
    (a) => `${a.recipient.role} ${a.audience} ${a.kind} ${a.actions.join('+')} <${a.recipient.email}>`,
  );

const builtIn = (code: string) => defaultRegulation.actions.filter((a) => a.code === code);

test('who is consulted is for who does it to know, in the order of the roles', () => {
  const consulted = (code: string) => consultedFor(code, defaultRegulation, policyOf(), POLICYHOLDER_PERSON).map(({ email }) => email);
  expect(['A3', 'A5', 'relief'].map(consulted)).toEqual([[], ['olena@insurer.example'], []]);
});

describe('who is written to', () => {
  test.each([
    ['A1', ['policyholder policyholder remind A1 <cfo@client.example>', 'accountManager informed remind A1 <olena@insurer.example>']],
    ['A2', ['policyholder policyholder remind A2 <cfo@client.example>']], // the account manager is accountable: not written to
    ['A3', ['accountManager responsible task A3 <olena@insurer.example>']],
    ['A5', ['headOfSales responsible escalate A5 <head-of-sales@insurer.example>']], // consulted: asked by a person, not by mail
    [
      'A6',
      [
        'policyholder policyholder suspend A6 <cfo@client.example>',
        'accountManager informed suspend A6 <olena@insurer.example>',
        'accountant informed suspend A6 <accounting@insurer.example>',
        'headOfSales informed suspend A6 <head-of-sales@insurer.example>',
      ],
    ],
  ])('%s of the built-in regulation', (code, expected) => {
    expect(sent(builtIn(code))).toEqual(expected);
  });

  test('nobody in the role: no message', () => {
    const { accountManager: _, ...others } = PARTICIPANTS;
    expect(sent(builtIn('A1'), policyOf({ participants: others }))).toEqual(['policyholder policyholder remind A1 <cfo@client.example>']);
  });

  test('in his own language, else in the policyholder’s', () => {
    const participants = { ...PARTICIPANTS, accountManager: { ...PARTICIPANTS.accountManager, language: 'en' as const } };
    const languages = addressees(builtIn('A6'), policyOf({ participants }), POLICYHOLDER_PERSON).map((a) => a.recipient.language);
    expect(languages).toEqual(['uk', 'en', 'uk', 'uk']);
  });
});

describe('one message for one address', () => {
  test('with all the actions that concern him, each once', () => {
    const both = [action('A', 'notice', [POLICYHOLDER]), action('B', 'task', [], { accountManager: 'R' }), ...builtIn('A6')];
    expect(sent(both)).toEqual([
      'policyholder policyholder suspend A+A6 <cfo@client.example>',
      'accountManager responsible task B+A6 <olena@insurer.example>',
      'accountant informed suspend A6 <accounting@insurer.example>',
      'headOfSales informed suspend A6 <head-of-sales@insurer.example>',
    ]);
  });

  test('two roles of one person, written in different case', () => {
    const participants = { ...PARTICIPANTS, accountant: { name: 'Olena Koval', email: 'Olena@Insurer.example' } };
    expect(sent(builtIn('A4'), policyOf({ participants }))).toEqual([
      'policyholder policyholder notice A4 <cfo@client.example>',
      'accountManager informed notice A4 <olena@insurer.example>',
    ]);
  });

  test('a participant who is the policyholder is written to as the policyholder, so that a warning counts as given', () => {
    const participants = { ...PARTICIPANTS, accountManager: { name: 'Broker', email: 'cfo@client.example' } };
    const informedFirst = [action('A', 'notice', ['accountManager']), action('B', 'notice', [POLICYHOLDER])];
    expect(sent(informedFirst, policyOf({ participants }))).toEqual(['policyholder policyholder notice A+B <cfo@client.example>']);
  });

  test.each<[ActionKind, ActionKind, ActionKind]>([
    ['remind', 'suspend', 'suspend'],
    ['notice', 'lapse', 'lapse'],
    ['lapse', 'notice', 'lapse'],
    ['remind', 'notice', 'notice'],
    ['notice', 'remind', 'notice'],
  ])('of %s and %s it is the one with more effect that is told: %s', (first, second, expected) => {
    const [message] = addressees(
      [action('A', first, [POLICYHOLDER]), action('B', second, [POLICYHOLDER])],
      policyOf(),
      POLICYHOLDER_PERSON,
    );
    expect(message).toMatchObject({ kind: expected, actions: ['A', 'B'] });
  });
});

test('no address twice, nobody forgotten, whatever the actions', () => {
  const roles = fc.constantFrom(POLICYHOLDER, 'accountManager', 'accountant', 'headOfSales');
  const actions = fc.array(
    fc.record({
      kind: fc.constantFrom<ActionKind>('remind', 'notice', 'task', 'escalate', 'suspend', 'lapse'),
      to: fc.uniqueArray(roles),
      participants: fc.dictionary(
        fc.constantFrom('accountManager', 'accountant', 'headOfSales'),
        fc.constantFrom<Raci>('R', 'A', 'C', 'I'),
      ),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const emails = fc.record({ accountManager: fc.nat(3), accountant: fc.nat(3), headOfSales: fc.nat(3) });
  fc.assert(
    fc.property(actions, emails, (all, email) => {
      const participants = Object.fromEntries(Object.entries(email).map(([role, n]) => [role, { name: role, email: `${n}@x.example` }]));
      const holder = { name: 'Client', email: '0@x.example', language: 'uk' as const };
      const written = all.map(({ kind, to, participants: raci }, index) => action(`A${index}`, kind, to, raci));
      const messages = addressees(written, policyOf({ participants }), holder);
      expect(new Set(messages.map((m) => m.recipient.email)).size).toBe(messages.length);
      for (const { code, to = [], participants: raci } of written) {
        const concerned = [...to, ...Object.keys(raci).filter((role) => raci[role] === 'R' || raci[role] === 'I')];
        for (const role of concerned) {
          const address = role === POLICYHOLDER ? holder.email : (participants[role]?.email ?? '');
          expect(messages.find((m) => m.recipient.email === address)?.actions).toContain(code);
        }
      }
    }),
  );
});
