import { UPLOADS_BUCKET } from '../../../infra/local/arns.ts';
import type { WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { chanceOf } from './chance.ts';
import { fileIdOf } from './connection.ts';
import type { FileCall } from './simulated-call.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

export interface UploadDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  readonly trace: Trace;
  /** The function that hears of files, by its name. */
  readonly listener: string;
  readonly invokeLater: (functionName: string, payload: string, about: string) => void;
  readonly onUploaded: (uploadId: string) => void;
}

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** The bucket of uploads, and the news through EventBridge that a file is there: at least once, sometimes late. */
export class Uploads {
  readonly #deps: UploadDeps;
  readonly #files = new Map<string, string>();
  #puts = 0;

  constructor(deps: UploadDeps) {
    this.#deps = deps;
  }

  /** A PUT to the address that was given out. Answers whether the uploader hears that it went well. */
  put(url: string, content: string): boolean {
    const { plan, trace, onUploaded } = this.#deps;
    const uploadId = fileIdOf(new URL(url).pathname);
    const opportunity = `${uploadId}#${++this.#puts}`;
    trace.note(`PUT ${opportunity}`);
    if (plan.strike('putLost', opportunity)) return false;
    this.#files.set(uploadId, content);
    onUploaded(uploadId);
    this.#tell(uploadId, opportunity);
    return !plan.strike('putAnswerLost', opportunity);
  }

  serve({ fileId }: FileCall): WireAnswer {
    const content = this.#files.get(fileId);
    if (content === undefined) return xmlError('NoSuchKey', 404);
    return { statusCode: 200, headers: { 'content-length': String(Buffer.byteLength(content)) }, body: content };
  }

  #tell(key: string, opportunity: string): void {
    const { seed, timeline, plan, listener, invokeLater } = this.#deps;
    const detail = { bucket: { name: UPLOADS_BUCKET }, object: { key } };
    const payload = JSON.stringify({ source: 'aws.s3', 'detail-type': 'Object Created', detail });
    const late = plan.strike('fileToldLate', opportunity)?.int(MINUTE, 20 * HOUR) ?? 0;
    const delay = chanceOf(`${seed}|file|${opportunity}`).int(200, 5 * SECOND) + late;
    timeline.in(delay, () => invokeLater(listener, payload, key));
    const again = plan.strike('fileToldTwice', opportunity);
    if (again) timeline.in(delay + again.int(0, again.pick([2 * SECOND, HOUR, 20 * HOUR])), () => invokeLater(listener, payload, key));
  }
}

/** Errors of S3 are XML. */
export const xmlError = (code: string, statusCode: number): WireAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/xml' },
  body: `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});
