import { describe, expect, test } from 'vitest';
import { DECLARED_FUNCTIONS } from '../../infra/declared-functions.ts';
import { templateOf } from '../infra/support/synthesized.ts';
import { textOf } from '../infra/support/text-of.ts';
import { WATCHED_QUEUES } from './auditor/dead-letter-checks.ts';
import { DeadLetters, type GivenUp } from './engine/dead-letters.ts';
import { Timeline } from './engine/timeline.ts';
import { Trace } from './engine/trace.ts';
import { FaultPlan } from './faults/fault-plan.ts';

/** What the simulation takes for granted of the queues of dead letters, held against the stack as it is deployed. */
const template = templateOf('prod');
const propertiesOf = (type: string) => Object.values(template.findResources(type)).map(({ Properties }) => Properties);

test.each([...WATCHED_QUEUES])('an alarm rings when a letter is in %s', (queue) => {
  const id = `DeadLetters${queue.replaceAll('-', '')}`;
  const rings = propertiesOf('AWS::CloudWatch::Alarm').filter(
    ({ MetricName, Threshold, Dimensions, AlarmActions }) =>
      MetricName === 'ApproximateNumberOfMessagesVisible' &&
      Threshold === 1 &&
      AlarmActions.length > 0 &&
      textOf(Dimensions[0].Value).startsWith(id),
  );
  expect(rings).toHaveLength(1);
});

describe('a failure that nobody waits for', () => {
  const givenUp: GivenUp[] = [];
  const timeline = new Timeline(0);
  const letters = new DeadLetters({
    timeline,
    plan: new FaultPlan({ seed: 'none', swarm: new Map() }),
    trace: new Trace(() => 0, 1),
    invoke: async () => undefined,
    onGivenUp: (letter) => givenUp.push(letter),
    onReplayed: () => undefined,
  });

  test.each(DECLARED_FUNCTIONS.map(({ name }) => name))('of %s is kept where the stack keeps it', (name) => {
    letters.invocation(name, '{}', name);
    const kept = propertiesOf('AWS::Lambda::EventInvokeConfig').find(
      ({ FunctionName }) => textOf(FunctionName) === `Functions${name.replaceAll('-', '')}Function`,
    );
    const queue = kept && textOf(kept.DestinationConfig.OnFailure.Destination);
    expect(queue).toBe(givenUp.find(({ key }) => key === name)?.hop && 'DeadLettersfailedinvocations.Arn');
  });
});
