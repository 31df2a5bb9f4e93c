import * as z from 'zod';
import { DECLARED_FUNCTIONS, type DeclaredName } from '../../declared-functions.ts';

/** A message of a dead letter queue, as SQS hands it out. */
export interface QueuedMessage {
  readonly body: string;
  /** String attributes by name: the Scheduler and EventBridge say there what they tried. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly receiptHandle: string;
}

/** What is to be done with a dead letter. Names are for the table; whatever is not understood stays where it is. */
export type DeadLetter =
  | { readonly kind: 'invoke'; readonly what: string; readonly functionName: DeclaredName; readonly payload: object }
  | { readonly kind: 'discard'; readonly what: string; readonly why: string }
  | { readonly kind: 'keep'; readonly what: string; readonly why: string };

const json = z.record(z.string(), z.unknown());

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const failedInvocation = z.object({
  requestContext: z.object({ functionArn: z.string() }),
  requestPayload: json,
  responsePayload: z.object({ errorMessage: z.string() }).optional(),
});

/** https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
const failedBatch = z.object({
  DDBStreamBatchInfo: z.object({ shardId: z.string(), startSequenceNumber: z.string(), batchSize: z.number() }),
});

/** A letter of SNS that nobody took in: https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
const alarmMessage = z.object({ Type: z.literal('Notification'), Message: z.string() });

/** Only our own functions of this stage: what stands in a queue must not choose whom an operator's credentials invoke. */
export interface Stage {
  readonly stage: string;
  readonly account: string;
  readonly region: string;
}

/** Tells by its shape what a dead letter was about. Total: anything may stand in a queue. */
export function readDeadLetter({ body, attributes }: Pick<QueuedMessage, 'body' | 'attributes'>, stage: Stage): DeadLetter {
  const parsed = json.safeParse(parseJson(body));
  if (!parsed.success) return { kind: 'keep', what: 'text', why: 'it is no JSON object' };
  const batch = failedBatch.safeParse(parsed.data);
  if (batch.success) return placeInStream(batch.data.DDBStreamBatchInfo);
  const alarm = alarmMessage.safeParse(parsed.data);
  if (alarm.success)
    return { kind: 'discard', what: `alarm: ${subjectOf(alarm.data.Message)}`, why: 'read it here; the alarm itself stands' };
  const failed = failedInvocation.safeParse(parsed.data);
  if (failed.success) {
    const { requestContext, requestPayload, responsePayload } = failed.data;
    return invocation(requestContext.functionArn, requestPayload, responsePayload?.errorMessage ?? 'no error is given', stage);
  }
  return handedOver(parsed.data, attributes, stage);
}

/** What the Scheduler or a rule could not hand over: the body is the payload as it is. */
function handedOver(payload: object, attributes: QueuedMessage['attributes'], stage: Stage): DeadLetter {
  const { TARGET_ARN: target, ERROR_CODE: error = 'no error is given', IS_PAYLOAD_TRUNCATED: truncated } = attributes;
  if (truncated === 'true') return { kind: 'keep', what: 'firing', why: 'its payload was cut off' };
  if (target === undefined) return { kind: 'keep', what: 'message', why: 'it does not say whom it was for' };
  return invocation(target, payload, error, stage);
}

function invocation(arn: string, payload: object, error: string, stage: Stage): DeadLetter {
  const functionName = functionOf(arn, stage);
  if (functionName === undefined) return { kind: 'keep', what: arn, why: `it is no function of stage ${stage.stage}` };
  return { kind: 'invoke', what: `${aboutOf(payload)} (${error})`, functionName, payload };
}

/** arn:aws:lambda:<region>:<account>:function:premium-control-<stage>-<name>, with or without an alias or version behind it. */
function functionOf(arn: string, { stage, account, region }: Stage): DeclaredName | undefined {
  const found = /^arn:aws[a-z-]*:lambda:([a-z0-9-]+):(\d{12}):function:premium-control-([a-z0-9]+)-([a-z-]+)(?::[^:]+)?$/.exec(arn);
  if (!found || found[1] !== region || found[2] !== account || found[3] !== stage) return undefined;
  return DECLARED_FUNCTIONS.find(({ name }) => name === found[4])?.name;
}

/** The record is not in the letter, and needn't be: the intent stands in the Outbox until its work is done, and the watchdog drives it. */
const placeInStream = ({ shardId, startSequenceNumber, batchSize }: z.output<typeof failedBatch>['DDBStreamBatchInfo']): DeadLetter => ({
  kind: 'discard',
  what: `${batchSize} of the Outbox's stream, ${shardId} from ${startSequenceNumber}`,
  why: 'the watchdog drives what the Outbox still holds',
});

const named = z.object({ policyNumber: z.string() });

const aboutOf = (payload: object): string => {
  const policy = named.safeParse(payload);
  return policy.success ? policy.data.policyNumber : Object.keys(payload).slice(0, 3).join(', ') || 'nothing';
};

const subjectOf = (message: string): string => {
  const alarm = z.object({ AlarmName: z.string() }).safeParse(parseJson(message));
  return alarm.success ? alarm.data.AlarmName : message.slice(0, 60);
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
