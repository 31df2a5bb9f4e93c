import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { ENVIRONMENT_VARIABLES } from '../../infra/declaration/environment.ts';
import { DECLARED_FUNCTIONS } from '../../infra/declared-functions.ts';
import { TABLES, tableVariable } from '../../shared/adapters/dynamodb/tables.ts';
import { templateOf } from './support/synthesized.ts';

const template = templateOf('prod');

test('every function runs with the same defaults, called by its alias', () => {
  template.resourceCountIs('AWS::Lambda::Function', DECLARED_FUNCTIONS.length);
  template.allResourcesProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    MemorySize: 512,
    TracingConfig: { Mode: 'Active' },
    LoggingConfig: { LogGroup: { Ref: Match.stringLikeRegexp('^Functions.*Logs') } },
  });
  template.resourceCountIs('AWS::Lambda::Alias', DECLARED_FUNCTIONS.length);
  template.allResourcesProperties('AWS::Lambda::Alias', { Name: 'live' });
});

test.each([
  ['payments', 29],
  ['run-checkpoint', 60],
  ['send-notice', 60],
  ['watchdog', 300],
])('%s ends after %i seconds at the latest', (name, Timeout) => {
  template.hasResourceProperties('AWS::Lambda::Function', { FunctionName: `premium-control-prod-${name}`, Timeout });
});

test('every function gets the whole declared environment, and no more of it than Lambda takes', () => {
  for (const { Properties } of Object.values(template.findResources('AWS::Lambda::Function'))) {
    const { Variables } = Properties.Environment;
    expect(Object.keys(Variables)).toEqual(
      expect.arrayContaining([...ENVIRONMENT_VARIABLES, ...TABLES.map(({ name }) => tableVariable(name))]),
    );
    expect(JSON.stringify(Variables).length).toBeLessThan(4096);
  }
});

test('logs end after the configured time and are encrypted by our key', () => {
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 365, KmsKeyId: Match.anyValue() });
  template.resourceCountIs('AWS::Logs::LogGroup', DECLARED_FUNCTIONS.length + 1); // and the access log
});

test('whom a function invokes is declared too', () => {
  const declared = DECLARED_FUNCTIONS.map(({ name }) => name);
  const invoked = DECLARED_FUNCTIONS.flatMap(({ declaration }) => declaration.invokes ?? []);
  expect(invoked.filter((name) => !declared.some((known) => known === name))).toEqual([]);
});

test('what goes on by invoking itself is not stopped after sixteen times, and nothing else may go round', () => {
  const allowed = Object.values(template.findResources('AWS::Lambda::Function')).filter(
    ({ Properties }) => Properties.RecursiveLoop === 'Allow',
  );
  const itself = DECLARED_FUNCTIONS.filter(({ name, declaration }) => declaration.invokes?.includes(name));
  const names = allowed.map(({ Properties }) => Properties.FunctionName);
  expect(names.toSorted()).toEqual(itself.map(({ name }) => `premium-control-prod-${name}`).toSorted());
});
