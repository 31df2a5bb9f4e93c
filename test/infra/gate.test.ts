import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import { guard } from '../../infra/nag.ts';
import { appOf, configured } from './support/synthesized.ts';

/** CDK's own check of the template only warns, and takes longer than all the rest; `npm run synth` has it. */
const WITHOUT_CDKS_OWN = { builtinCloudFormationValidation: false } as const;

test.each(['prod', 'dev'] as const)('%s passes the gate: no finding that is not acknowledged with a reason', (stage) => {
  const { app } = appOf(configured(stage), WITHOUT_CDKS_OWN);
  guard(app);
  expect(() => app.synth()).not.toThrow();
});

test('what nobody has acknowledged does not pass', () => {
  const { app, stack } = appOf(configured('dev'), WITHOUT_CDKS_OWN);
  new Queue(stack, 'Careless');
  guard(app);
  expect(() => app.synth()).toThrow('AwsSolutions-SQS4');
});
