import type { Mutant } from '../mutant.ts';

const MOVES = 'shared/adapters/dynamodb/credit-moves.ts';
const MOVES_TEST = ['test/adapters/dynamodb/credit-moves.test.ts'] as const;
const EXCESS = ['test/e2e/excess.test.ts'] as const;
const AUTHORITY = ['test/domain/relief-authority.test.ts'] as const;

export const EXCESS_AND_WRITE_OFFS: readonly Mutant[] = [
  {
    id: 'excess-money-seen',
    guards: 'no more leaves a policy than its excess is at that moment (2)',
    file: MOVES,
    find: "condition: 'moves = :moves AND #status = :status'",
    replace: "condition: '(moves = :moves OR attribute_exists(policyNumber)) AND #status = :status'",
    killedBy: MOVES_TEST,
  },
  {
    id: 'excess-status-seen',
    guards: 'excess is moved in the status that was seen',
    file: MOVES,
    find: "condition: 'moves = :moves AND #status = :status'",
    replace: "condition: 'moves = :moves AND (#status = :status OR attribute_exists(policyNumber))'",
    killedBy: MOVES_TEST,
  },
  {
    id: 'excess-target-open',
    guards: 'excess goes to an open policy, and wakes one that is suspended (10)',
    file: MOVES,
    find: "'#status = :status AND currency",
    replace: "'(#status = :status OR attribute_exists(policyNumber)) AND currency",
    killedBy: MOVES_TEST,
  },
  {
    id: 'excess-target-currency',
    guards: 'excess stays in its currency (2)',
    file: MOVES,
    find: 'currency = :currency AND',
    replace: '(currency = :currency OR attribute_exists(policyNumber)) AND',
    killedBy: MOVES_TEST,
  },
  {
    id: 'excess-target-client',
    guards: 'the money of a client pays for his own policies',
    file: MOVES,
    find: "AND clientOf = :client'",
    replace: "AND (clientOf = :client OR attribute_exists(policyNumber))'",
    killedBy: MOVES_TEST,
  },
  {
    id: 'excess-conditions',
    guards: 'both sides of a transfer hold, or none is written (2)',
    file: MOVES,
    find: 'ConditionExpression: condition,',
    replace: "ConditionExpression: condition.concat(' OR attribute_exists(policyNumber)'),",
    killedBy: MOVES_TEST,
  },
  {
    id: 'excess-once',
    guards: 'a move told again counts once (2)',
    file: MOVES,
    find: "Item: creditMoveItem(move), ConditionExpression: 'attribute_not_exists(policyNumber)'",
    replace: "Item: creditMoveItem(move), ConditionExpression: 'attribute_not_exists(policyNumber) OR attribute_exists(policyNumber)'",
    killedBy: MOVES_TEST,
  },
  {
    id: 'excess-journal-appended',
    guards: 'the journal is only added to (4)',
    file: MOVES,
    find: "Item: { ...record }, ConditionExpression: 'attribute_not_exists(policyNumber)'",
    replace: "Item: { ...record }, ConditionExpression: 'attribute_not_exists(policyNumber) OR attribute_exists(policyNumber)'",
    killedBy: MOVES_TEST,
  },
  {
    id: 'excess-no-more-than-there-is',
    guards: 'what covers an installment does not leave the policy (2)',
    file: 'shared/usecases/moving-excess.ts',
    find: 'wanted > 0 && wanted <= excess',
    replace: 'wanted > 0',
    killedBy: EXCESS,
  },
  {
    id: 'excess-same-content',
    guards: 'another move under the same id is refused',
    file: 'shared/usecases/moving-excess.ts',
    find: 'if (known.fingerprint === fingerprint) return known;',
    replace: 'if (fingerprint) return known;',
    killedBy: EXCESS,
  },
  {
    id: 'write-off-threshold',
    guards: 'a larger write-off is approved by a person',
    file: 'shared/domain/relief-authority.ts',
    find: '+ sum(shares.map((share) => share.amountMinor)) > threshold;',
    replace: '+ sum(shares.map((share) => share.amountMinor)) > threshold * 1_000;',
    killedBy: AUTHORITY,
  },
  {
    id: 'write-off-within-a-year',
    guards: 'many small write-offs go no further than one large one',
    file: 'shared/domain/relief-authority.ts',
    find: 'const lately = writtenOff(policy.relief.filter((r) => r.grantedOn > aYearAgo));',
    replace: 'const lately = writtenOff(policy.relief.filter((r) => r.grantedOn < aYearAgo));',
    killedBy: AUTHORITY,
  },
  {
    id: 'write-off-still-owed',
    guards: 'no more is written off than is outstanding when it is approved (3)',
    file: 'shared/domain/write-off.ts',
    find: 'const amountMinor = Math.min(most, outstanding);',
    replace: 'const amountMinor = most;',
    killedBy: ['test/e2e/write-off.test.ts'],
  },
];
