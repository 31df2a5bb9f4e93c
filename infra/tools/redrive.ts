/**
 * `npm run redrive -- QUEUE`: replays the dead letters of a queue. Says only what it would do, unless --apply is given; exits 1 when
 * a letter failed again.
 *
 * With the credentials of the shell, which need: sqs GetQueueUrl, ReceiveMessage, DeleteMessage, ChangeMessageVisibility on the queue,
 * lambda InvokeFunction on the stage's functions.
 */
import { SQSClient } from '@aws-sdk/client-sqs';
import Table from 'cli-table3';
import { invokeForAnswer } from '../../shared/adapters/lambda/invoker.ts';
import { lambdaClient } from '../../shared/adapters/lambda/lambda-client.ts';
import { configurationOf } from '../configuration/configuration-of.ts';
import { STAGES } from '../configuration/stages.ts';
import { readFlags, refuseFlags } from './flags.ts';
import { type Line, redrive } from './redrive/redrive.ts';
import { sqsQueue } from './redrive/sqs-queue.ts';

const USAGE = `npm run redrive -- QUEUE [--stage prod] [--limit 100] [--apply]

  QUEUE         of the runbook, like failed-invocations
  --apply       replays what is in it, and removes what went well; else it is only looked at
  --stage       of the deployment
  --limit       not more letters than so many`;

const { values, positionals } = readFlags(USAGE, {
  allowPositionals: true,
  options: {
    stage: { type: 'string', default: 'prod' },
    limit: { type: 'string', default: '100' },
    apply: { type: 'boolean', default: false },
  },
});

const [queue] = positionals;
const limit = Number(values.limit);
if (queue === undefined || positionals.length > 1) refuseFlags(USAGE, 'Name one queue');
if (!Number.isSafeInteger(limit) || limit < 1) refuseFlags(USAGE, '--limit takes a whole number');

const stage = configurationOf(values.stage, STAGES);
const { region } = stage;
const prefix = `premium-control-${stage.stage}-`;
const lambda = lambdaClient({ region });
const letters = await sqsQueue(new SQSClient({ region }), queue.startsWith(prefix) ? queue : prefix + queue);
const lines = await redrive(
  { queue: letters, invoke: (name, payload) => invokeForAnswer(lambda, `${prefix}${name}:live`, payload) },
  { stage, limit, apply: values.apply },
);
report(lines);
process.exitCode = lines.some(({ outcome }) => outcome === 'failed again') ? 1 : 0;

function report(all: readonly Line[]): void {
  const table = new Table({ head: ['function', 'about', 'outcome', 'why'], style: { head: [], border: [] } });
  for (const { functionName, what, outcome, why } of all) table.push([functionName, what.slice(0, 80), outcome, why.slice(0, 80)]);
  if (all.length > 0) console.log(table.toString());
  const counts = Object.entries(Object.groupBy(all, ({ outcome }) => outcome)).map(([outcome, some]) => `${some.length} ${outcome}`);
  console.log(all.length === 0 ? 'No dead letters.' : counts.join(', '));
  if (!values.apply && all.length > 0) console.log('Nothing was changed: add --apply, when the cause is removed.');
}
