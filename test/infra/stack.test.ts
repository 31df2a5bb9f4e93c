import { expect, test } from 'vitest';
import { appOf, configured, templateOf } from './support/synthesized.ts';

const template = templateOf('prod');

test('production refuses to be deleted, a stage with made-up data does not', () => {
  expect(appOf(configured('prod')).stack.terminationProtection).toBe(true);
  expect(appOf(configured('dev')).stack.terminationProtection).toBe(false);
});

test('a stage is one stack of its own name, in its own account and region', () => {
  const { stackName, account, region } = appOf(configured('prod')).stack;
  expect({ stackName, account, region }).toEqual({ stackName: 'premium-control-prod', account: '111122223333', region: 'eu-central-1' });
});

/** CloudFormation replaces what changes its logical id, and would begin with an empty one. So these stay, however the constructs move. */
const HOLDS_DATA: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': [
    'LedgerClients8D5E22D5',
    'LedgerJournalE7A7D026',
    'LedgerNotices6F4B44E9',
    'LedgerOutbox5877A4B4',
    'LedgerPayments093335E1',
    'LedgerPolicies01DC4B2A',
    'LedgerRegulations6D5E674B',
    'LedgerSignificance54DCD063',
    'LedgerStatements0DEB1326',
    'LedgerTasks933E8F38',
  ],
  'AWS::KMS::Key': ['EncryptionKey3A692D6E'],
  'AWS::Cognito::UserPool': ['SignInUsers1801E146'],
};

test.each(Object.entries(HOLDS_DATA))('%s: what holds data keeps its place over upgrades', (type, ids) => {
  expect(Object.keys(template.findResources(type))).toEqual(expect.arrayContaining([...ids]));
  for (const { DeletionPolicy } of Object.values(template.findResources(type))) expect(DeletionPolicy).toBe('Retain');
});
