import { MOST_READ_AT_ONCE } from '../ports/notice-store.ts';
import { type Letter, sendLetter } from './send-letter.ts';
import { type Deps, type Sending, type SendOutcome, sendNotice } from './send-notice.ts';
import { type Sorted, sortIntoLetters } from './sort-into-letters.ts';

/** What became of a notice that was to be sent, by its id. */
export interface Sent {
  readonly noticeId: string;
  readonly outcome: SendOutcome | 'notStarted' | 'error';
  readonly error?: unknown;
}

/**
 * Sends notices, each at most once; what one client is to be told in the same words leaves in one letter. A letter whose facts
 * change between read and claim falls apart into its notices, each on its own. One that fails leaves the others alone; once SES
 * throttles, or the time is up, no more are started.
 */
export async function sendNotices(deps: Deps, sendings: readonly Sending[], hasTime: () => boolean): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  let isThrottled = false;
  const once = [...new Map(sendings.map((sending) => [sending.noticeId, sending])).values()]; // a stream may tell twice
  for (const ofClient of [...Map.groupBy(once, ({ clientId }) => clientId).values()].flatMap(readable)) {
    for (const letter of await lettersOf(deps, ofClient)) {
      const outcomes: readonly Sent[] = isThrottled || !hasTime() ? letter.map(notStarted) : await send(deps, letter);
      isThrottled ||= outcomes.some(({ outcome }) => outcome === 'throttled');
      sent.push(...outcomes);
    }
  }
  return sent;
}

const readable = (sendings: readonly Sending[]): readonly (readonly Sending[])[] =>
  Array.from({ length: Math.ceil(sendings.length / MOST_READ_AT_ONCE) }, (_, n) =>
    sendings.slice(n * MOST_READ_AT_ONCE, (n + 1) * MOST_READ_AT_ONCE),
  );

const notStarted = ({ sending: { noticeId } }: Sorted): Sent => ({ noticeId, outcome: 'notStarted' });

/** One notice goes its own way: nothing is read for a comparison with itself. What can't be read together is tried one by one. */
async function lettersOf(deps: Deps, sendings: readonly Sending[]): Promise<readonly (readonly Sorted[])[]> {
  const alone = sendings.map((sending) => [{ sending }]);
  const [first, second] = sendings;
  if (!first || !second) return alone;
  try {
    return await sortIntoLetters(deps, sendings, await deps.notices.read(first.clientId, sendings));
  } catch (error) {
    deps.log.warn('the notices of a client could not be read together', { clientId: first.clientId, error });
    return alone;
  }
}

async function send(deps: Deps, sorted: readonly Sorted[]): Promise<readonly Sent[]> {
  const together = sorted.length > 1 ? await sendTogether(deps, sorted) : 'changed';
  if (together !== 'changed') return sorted.map(({ sending: { noticeId } }) => ({ noticeId, outcome: together }));
  const sent: Sent[] = [];
  for (const { sending, seen } of sorted) sent.push(await sendAlone(deps, sending, sorted.length === 1 ? seen : undefined));
  return sent;
}

/** A letter that fails for whatever reason falls apart, too: of what was claimed already, the claim tells. */
async function sendTogether(deps: Deps, sorted: readonly Sorted[]) {
  const [first, ...others] = sorted.flatMap(({ part }) => part ?? []);
  if (!first) return 'changed';
  const letter: Letter = [first, ...others];
  try {
    return await sendLetter(deps, letter);
  } catch (error) {
    deps.log.warn('a letter of several notices failed', { noticeIds: sorted.map(({ sending }) => sending.noticeId), error });
    return 'changed';
  }
}

async function sendAlone(deps: Deps, sending: Sending, seen: Sorted['seen']): Promise<Sent> {
  const { noticeId } = sending;
  try {
    return { noticeId, outcome: await sendNotice(deps, sending, seen) };
  } catch (error) {
    return { noticeId, outcome: 'error', error };
  }
}
