/**
 * `npm run smoke -- URL`: does a deployed stage do its work? Makes a client, a policy and a payment of its own, looks at what becomes of
 * them, and cleans up: the payment is reversed, the policy cancelled before any letter is due. What stays is history: a client and a closed
 * policy, named smoke-<time>. Exits 1 when anything is not as it should be.
 */
import Table from 'cli-table3';
import { readFlags, refuseFlags } from './flags.ts';
import { type Result, runSteps } from './smoke/run-steps.ts';
import { type Names, stepsOf } from './smoke/steps.ts';
import { tokenFor } from './smoke/token.ts';

const USAGE = `npm run smoke -- URL --token TOKEN
PREMIUM_CONTROL_TOKEN=… npm run smoke -- URL
npm run smoke -- URL --token-url URL --client-id ID --client-secret SECRET

The token needs all scopes.`;

const { values, positionals } = readFlags(USAGE, {
  allowPositionals: true,
  options: {
    token: { type: 'string' },
    'token-url': { type: 'string' },
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
  },
});
const [url] = positionals;
const token = await givenToken();
if (url === undefined || !URL.canParse(url)) refuseFlags(USAGE, 'Name the URL of the stage');
if (token === undefined) refuseFlags(USAGE, 'A token is needed');

const names = namesAt(Date.now());
const results = await runSteps({ url, token }, stepsOf(names));
report(names, results);
process.exitCode = results.every(({ wrong }) => wrong.length === 0) ? 0 : 1;

async function givenToken(): Promise<string | undefined> {
  const { token: given = process.env['PREMIUM_CONTROL_TOKEN'], 'token-url': tokenUrl, 'client-id': clientId } = values;
  const clientSecret = values['client-secret'];
  if (given !== undefined || tokenUrl === undefined || clientId === undefined || clientSecret === undefined) return given;
  return tokenFor({ tokenUrl, clientId, clientSecret });
}

function namesAt(now: number): Names {
  const day = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  return { run: `smoke-${now}`, today: day(0), dueOn: day(60), coverTo: day(60 + 364) };
}

function report({ run }: Names, all: readonly Result[]): void {
  const table = new Table({ head: ['', 'request', 'answer', 'ms', ''], style: { head: [], border: [] } });
  for (const { step, milliseconds, wrong } of all) {
    const request = `${step.method} ${step.path.replace(run, 'smoke-…')}`;
    table.push([step.what, request, wrong.length === 0 ? step.expects.status : 'wrong', milliseconds, wrong.join('\n')]);
  }
  console.log(table.toString());
  const failed = all.filter(({ wrong }) => wrong.length > 0).length;
  console.log(failed === 0 ? `The stage works. The ids were ${run}-….` : `${failed} of ${all.length} are wrong.`);
}
