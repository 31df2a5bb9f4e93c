import { sesAnswer } from '../wire/answers.ts';
import type { AwsCall, WireAnswer } from '../wire/aws-call.ts';

/** A message that SES has taken: from here on nobody can call it back. */
export interface Acceptance {
  readonly messageId: string;
  /** What the tag says by which SES's events name it: the notices that left in it. */
  readonly noticeIds: readonly string[];
  readonly to: string;
  /** The whole message, in base64. */
  readonly raw: string;
  /** Epoch ms. */
  readonly at: number;
}

type SesCall = Extract<AwsCall, { service: 'ses' }>;

/** SES v1 as far as SendRawEmail goes. It takes everything it is given, each time anew: it has no idempotency. */
export class MemorySes {
  readonly #accepted: Acceptance[] = [];
  readonly #onAccepted: (acceptance: Acceptance) => void;

  constructor(onAccepted: (acceptance: Acceptance) => void) {
    this.#onAccepted = onAccepted;
  }

  serve({ operation, form }: SesCall, now: number): WireAnswer {
    if (operation !== 'SendRawEmail') throw new Error(`${operation} is not simulated`);
    const messageId = `message-${this.#accepted.length + 1}`;
    const [to, raw] = [form.get('Destinations.member.1') ?? '', form.get('RawMessage.Data') ?? ''];
    const acceptance = { messageId, noticeIds: tagOf(form, 'noticeId').split('.'), to, raw, at: now };
    this.#accepted.push(acceptance);
    this.#onAccepted(acceptance);
    return sesAnswer(operation, `<MessageId>${messageId}</MessageId>`);
  }
}

/** Tags.member.1.Name=noticeId&Tags.member.1.Value=… */
function tagOf(form: ReadonlyMap<string, string>, name: string): string {
  const key = [...form.keys()].find((k) => /^Tags\.member\.\d+\.Name$/.test(k) && form.get(k) === name);
  return (key && form.get(key.replace(/Name$/, 'Value'))) ?? '';
}
