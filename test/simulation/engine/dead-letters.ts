import type { DeadLetterHop } from '../../../infra/constructs/dead-letter-queue.ts';
import { DECLARED_FUNCTIONS, isInvokedAsynchronously } from '../../../infra/declared-functions.ts';
import { type QueuedMessage, readDeadLetter } from '../../../infra/tools/redrive/dead-letter.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import type { Outcome } from './invocation.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

/** What AWS has given up on. */
export interface GivenUp {
  readonly functionName: string;
  readonly key: string;
  /** The queue that keeps it; undefined: nobody does. */
  readonly hop: DeadLetterHop | undefined;
}

export interface DeadLetterDeps {
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  readonly trace: Trace;
  readonly invoke: (functionName: string, event: unknown, key: string, onOutcome: (outcome: Outcome) => void) => Promise<void>;
  readonly onGivenUp: (givenUp: GivenUp) => void;
  readonly onReplayed: (key: string) => void;
}

type Letter = GivenUp & Pick<QueuedMessage, 'body' | 'attributes'>;

const [HOUR, DAY] = [3_600_000, 86_400_000];

const STAGE = { stage: 'sim', account: '111122223333', region: 'eu-central-1' } as const;

const arnOf = (functionName: string): string =>
  `arn:aws:lambda:${STAGE.region}:${STAGE.account}:function:premium-control-${STAGE.stage}-${functionName}:live`;

/** The queues of dead letters, with letters as AWS writes them, and whoever replays them by the tool's own reading. */
export class DeadLetters {
  readonly #deps: DeadLetterDeps;
  readonly #letters = new Map<string, Letter>();

  constructor(deps: DeadLetterDeps) {
    this.#deps = deps;
  }

  /** An asynchronous invocation that failed three times. Whether its function has a failure destination is declared. */
  invocation(functionName: string, payload: string, key: string): void {
    const declared = DECLARED_FUNCTIONS.find(({ name }) => name === functionName);
    const body = JSON.stringify({
      requestContext: { functionArn: arnOf(functionName), condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: JSON.parse(payload),
    });
    this.#keep({
      functionName,
      key,
      hop: declared && isInvokedAsynchronously(declared) ? 'failed-invocations' : undefined,
      body,
      attributes: {},
    });
  }

  /** A record of the Outbox's stream: of it the letter only tells the place. */
  record(functionName: string, key: string): void {
    const body = JSON.stringify({ DDBStreamBatchInfo: { shardId: 'shard', startSequenceNumber: key, batchSize: 1 } });
    this.#keep({ functionName, key, hop: 'outbox-records', body, attributes: {} });
  }

  /** What could not even be handed over. */
  event(hop: DeadLetterHop, functionName: string, payload: string, key: string): void {
    this.#keep({ functionName, key, hop, body: payload, attributes: { TARGET_ARN: arnOf(functionName), ERROR_CODE: 'NO_PERMISSIONS' } });
  }

  /** Letters that nobody has replayed yet. */
  left(): readonly GivenUp[] {
    return [...this.#letters.values()];
  }

  /** As an operator does when the cause is removed. */
  replayAll(): void {
    for (const letter of this.#letters.values()) this.#replay(letter);
  }

  #keep(letter: Letter): void {
    const { timeline, plan, trace, onGivenUp } = this.#deps;
    trace.note(`${letter.key} is a dead letter in ${String(letter.hop)}`);
    onGivenUp(letter);
    if (letter.hop === undefined) return;
    this.#letters.set(letter.key, letter);
    const replay = plan.strike('deadLetterReplayed', letter.key);
    if (replay) timeline.in(replay.int(HOUR, 5 * DAY), () => this.#replay(letter));
  }

  /** What fails again stays in its queue. */
  #replay(letter: Letter): void {
    const { timeline, invoke, onReplayed } = this.#deps;
    const { key } = letter;
    const read = readDeadLetter(letter, STAGE);
    if (read.kind === 'discard') this.#letters.delete(key);
    if (read.kind !== 'invoke' || !this.#letters.has(key)) return;
    timeline.in(0, () =>
      invoke(read.functionName, read.payload, `${key}replayed.1`, ({ kind }) => {
        if (kind !== 'answered') return;
        this.#letters.delete(key);
        onReplayed(key);
      }),
    );
  }
}
