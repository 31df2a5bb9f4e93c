import type { Acceptance } from '../../support/simulated-aws/ses/memory-ses.ts';
import type { ApiRequest } from '../engine/caller.ts';
import { type Chance, chanceOf } from '../engine/chance.ts';
import type { Change, Item } from '../engine/change-feed.ts';
import type { Timeline } from '../engine/timeline.ts';
import { isoDay, plusDays } from './calendar-arithmetic.ts';
import { BEST } from './client-actions.ts';
import { type TaskLink, taskLinksIn } from './mailbox.ts';
import { APPROVER } from './model-actions.ts';

export interface ParticipantDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly ask: (request: ApiRequest) => Promise<void>;
  /** Did SES take the letter? A person finds out by asking the recipient. */
  readonly isAccepted: (noticeId: string) => boolean;
  readonly write: (operation: string, input: object) => void;
}

const [HOUR, DAY] = [3_600_000, 86_400_000];

const RESULTS = [
  'promised',
  'paymentSent',
  'awaitingApproval',
  'invoiceNotReceived',
  'noAnswer',
  'dispute',
  'cannotPay',
  'refused',
  'done',
] as const;

/** The people inside the insurance company: they do tasks, or don't, and decide what became of letters that nobody knows of. */
export class Participants {
  readonly #deps: ParticipantDeps;
  readonly #approvals = new Set<string>();

  constructor(deps: ParticipantDeps) {
    this.#deps = deps;
  }

  observe({ table, before, after }: Change): void {
    if (table === 'Tasks' && !before && after) this.#consider(after);
    if (table === 'Clients' && after && isProposed(after) && !(before && isProposed(before))) this.#judge(after);
    if (table === 'Notices' && after?.['state'] === 'UNKNOWN' && before?.['state'] !== 'UNKNOWN') this.#lookInto(after);
  }

  /** The head of sales agrees to a lower class, or doesn't, or has no time; or the client tells more of himself before that. */
  #judge(client: Item): void {
    const { seed, timeline, ask } = this.#deps;
    const [clientId, version] = [String(client['clientId']), String(client['version'])];
    const chance = chanceOf(`${seed}|lowering|${clientId}|${version}`);
    if (chance.is(0.3)) return;
    const at = timeline.now + chance.pick([HOUR, DAY, 3 * DAY]);
    const body = { decision: chance.pick(['approved', 'declined']) };
    const decide = { key: `agree-${clientId}-${version}`, operation: 'decideLowering', path: { clientId }, body, by: APPROVER };
    const better = { ...correctionOf(clientId, String(client['email'])), potential: BEST };
    const tell = { key: `better-${clientId}-${version}`, operation: 'putClient', path: { clientId }, body: better };
    timeline.at(at, () => ask(chance.is(0.4) ? tell : decide));
  }

  /** A letter came: some open the link in it and record the result there. Scanners open every link, and change nothing. */
  receive({ raw, messageId }: Acceptance): void {
    for (const link of taskLinksIn(raw)) this.#follow(link, messageId);
  }

  #follow({ taskId, token }: TaskLink, messageId: string): void {
    const { seed, timeline, ask } = this.#deps;
    const chance = chanceOf(`${seed}|link|${taskId}|${messageId}`);
    const at = timeline.now + chance.pick([20 * 60_000, HOUR, DAY, 16 * DAY]);
    const page = { path: { taskId }, query: { token } };
    if (chance.is(0.3)) timeline.in(2_000, () => ask({ key: `open-${taskId}-${messageId}`, operation: 'showTaskPage', ...page }));
    if (!chance.is(0.3)) return;
    const content = new URLSearchParams(this.#approvals.has(taskId) ? decisionOf(chance, at) : resultOf(chance, at)).toString();
    const text = { contentType: 'application/x-www-form-urlencoded', content };
    timeline.at(at, () => ask({ key: `submit-${taskId}-${messageId}`, operation: 'submitTaskPage', ...page, text }));
  }

  #consider(task: Item): void {
    const { seed, timeline, ask } = this.#deps;
    const taskId = String(task['taskId']);
    if (task['kind'] === 'approval') this.#approvals.add(taskId);
    const chance = chanceOf(`${seed}|task|${taskId}`);
    if (!chance.is(0.5)) return;
    const at = timeline.now + chance.pick([HOUR, DAY, 3 * DAY, 6 * DAY]);
    if (task['kind'] === 'undelivered' && chance.is(0.5)) timeline.at(at, () => ask(correction(task)));
    const body = task['kind'] === 'approval' ? decisionOf(chance, at) : resultOf(chance, at);
    const { email } = task['assignee'] as { readonly email: string };
    const say = (key: string): ApiRequest => ({ key, operation: 'recordTaskResult', path: { taskId }, body, by: email });
    timeline.at(at, () => ask(say(`result-${taskId}`)));
    if (chance.is(0.2)) timeline.at(at + chance.pick([20, HOUR]), () => ask(say(`result-${taskId}-again`)));
  }

  /** As the runbook says: on condition that nobody was faster. */
  #lookInto({ noticeId }: Item): void {
    const { seed, timeline, isAccepted, write } = this.#deps;
    const chance = chanceOf(`${seed}|unknown|${String(noticeId)}`);
    if (!chance.is(0.5)) return;
    timeline.in(chance.pick([6 * HOUR, 6 * HOUR, DAY, 3 * DAY]), () =>
      write('UpdateItem', {
        TableName: 'Notices',
        Key: { noticeId: { S: String(noticeId) } },
        UpdateExpression: 'SET #s = :to',
        ConditionExpression: '#s = :from',
        ExpressionAttributeNames: { '#s': 'state' },
        ExpressionAttributeValues: { ':from': { S: 'UNKNOWN' }, ':to': { S: isAccepted(String(noticeId)) ? 'SENT' : 'PENDING' } },
      }),
    );
  }
}

const isProposed = ({ significance }: Item): boolean => (significance as Item | undefined)?.['pendingLowering'] !== undefined;

/** The address is another one from now on; nobody says so in the task, or somebody does in the same moment. */
function correction({ clientId, taskId }: Item): ApiRequest {
  const body = correctionOf(String(clientId), `${String(taskId).toLowerCase()}@client.example`);
  return { key: `correct-${String(taskId)}`, operation: 'putClient', path: { clientId: String(clientId) }, body };
}

const correctionOf = (clientId: string, email: string) => ({
  name: `Client ${clientId}`,
  kind: 'legalEntity',
  language: 'en',
  timeZone: 'Europe/Kyiv',
  email,
});

function resultOf(chance: Chance, at: number): Readonly<Record<string, string>> {
  const outcome = chance.pick(RESULTS);
  const date = plusDays(isoDay(at), chance.pick([0, 2, 6, 15]));
  if (outcome === 'promised') return { outcome, promisedOn: date };
  return outcome === 'cannotPay' && chance.is(0.5) ? { outcome, newDueOn: date } : { outcome };
}

function decisionOf(chance: Chance, at: number): Readonly<Record<string, string>> {
  if (chance.is(0.4)) return { outcome: 'declined' };
  return chance.is(0.5) ? { outcome: 'approved' } : { outcome: 'approved', newDueOn: plusDays(isoDay(at), chance.int(1, 10)) };
}
