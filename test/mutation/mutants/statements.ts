import type { Mutant } from '../mutant.ts';

const REGISTRY = 'shared/adapters/dynamodb/entry-registry.ts';
const RETURNS = 'shared/usecases/import-return.ts';
const IMPORTS = ['test/usecases/import-statement.test.ts'] as const;

export const STATEMENTS: readonly Mutant[] = [
  {
    id: 'batch-claim',
    guards: 'a batch shown as a sum and divided counts once (1)',
    file: REGISTRY,
    find: "ConditionExpression: 'attribute_not_exists(statementId) OR showing = :showing',",
    replace: "ConditionExpression: 'attribute_not_exists(statementId) OR showing = :showing OR attribute_exists(showing)',",
    killedBy: ['test/adapters/dynamodb/entry-registry.test.ts'],
  },
  {
    id: 'return-claim',
    guards: 'the same return seen again is the same payment',
    file: REGISTRY,
    find: "ConditionExpression: 'attribute_not_exists(statementId)',",
    replace: "ConditionExpression: 'attribute_not_exists(statementId) OR attribute_exists(statementId)',",
    killedBy: ['test/adapters/dynamodb/entry-registry.test.ts'],
  },
  {
    id: 'reconciled-forward',
    guards: 'an older statement does not take the reconciliation back (6)',
    file: 'shared/adapters/dynamodb/statement-store.ts',
    find: "ConditionExpression: 'attribute_not_exists(reconciledThrough) OR reconciledThrough < :through',",
    replace:
      "ConditionExpression: 'attribute_not_exists(reconciledThrough) OR reconciledThrough < :through OR attribute_exists(reconciledThrough)',",
    killedBy: IMPORTS,
  },
  {
    id: 'credit-named-once',
    guards: 'money of which several policies are named waits for a person',
    file: 'shared/usecases/import-credit.ts',
    find: 'named.length === 1 &&',
    replace: 'named.length > 0 &&',
    killedBy: ['test/e2e/statements.test.ts'],
  },
  {
    id: 'credit-undivided',
    guards: 'the sum of several payments is not one payment',
    file: 'shared/usecases/import-credit.ts',
    find: 'credit.undivided === undefined ? named[0] : undefined',
    replace: 'named[0] !== undefined ? named[0] : undefined',
    killedBy: IMPORTS,
  },
  {
    id: 'credit-known-amount',
    guards: 'a taken id with another amount is told, not swallowed (1)',
    file: 'shared/usecases/import-credit.ts',
    find: 'stored?.amountMinor === payment.amountMinor &&',
    replace: 'stored !== undefined &&',
    killedBy: ['test/e2e/statements.test.ts'],
  },
  {
    id: 'return-one-payment',
    guards: 'a return that may be of several payments reverses none',
    file: RETURNS,
    find: 'if (others.length > 0) return',
    replace: 'if (false as boolean) return',
    killedBy: ['test/e2e/statements.test.ts'],
  },
  {
    id: 'return-account',
    guards: 'a return reverses a payment of its own account',
    file: RETURNS,
    find: 'reference.account === told.account &&',
    replace: '',
    killedBy: ['test/usecases/import-returns.test.ts'],
  },
  {
    id: 'return-amount',
    guards: 'a return reverses a payment of its amount',
    file: RETURNS,
    find: '&& reference.amountMinor === told.amountMinor',
    replace: '',
    killedBy: ['test/usecases/import-returns.test.ts'],
  },
  {
    id: 'return-before-payment',
    guards: 'a return told before its payment is not forgotten (1)',
    file: RETURNS,
    find: 'await deps.entries.keepReturn({ ...told, keptOn: today(deps) });',
    replace: '',
    killedBy: ['test/usecases/import-returns.test.ts'],
  },
  {
    id: 'balance-not-of-the-future',
    guards: 'a balance of a day that is nowhere yet reconciles nothing (6)',
    file: 'shared/usecases/import-statement.ts',
    find: "item.kind === 'balance' && item.on <= notAfter ?",
    replace: "item.kind === 'balance' && item.on <= (notAfter && item.on) ?",
    killedBy: IMPORTS,
  },
  {
    id: 'number-inside-longer',
    guards: 'a policy number inside a longer one is not another policy',
    file: 'shared/domain/policy-number-match.ts',
    find: ' || taken.some((longer) => contains(longer, candidate))',
    replace: '',
    killedBy: ['test/domain/policy-number-match.test.ts'],
  },
  {
    id: 'upload-once',
    guards: 'an uploaded file whose event comes twice is imported once',
    file: 'shared/usecases/import-upload.ts',
    find: "upload.progress.status === 'done' || ",
    replace: '',
    killedBy: ['test/usecases/import-returns.test.ts'],
  },
];
