import type { ApiAnswer, ApiRequest } from '../engine/caller.ts';
import { chanceOf } from '../engine/chance.ts';
import type { Timeline } from '../engine/timeline.ts';

export interface UploaderDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly ask: (request: ApiRequest) => Promise<void>;
  /** PUTs a file to an address; false: nobody answers. */
  readonly put: (url: string, content: string) => boolean;
}

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** The bank gateway where it uploads its files: PUTs each until it hears that it is there, and asks now and then how far it is. */
export class Uploader {
  readonly #deps: UploaderDeps;

  constructor(deps: UploaderDeps) {
    this.#deps = deps;
  }

  receive({ request, status, body }: ApiAnswer): void {
    if (!request.file || status !== 201) return;
    const { seed, timeline, ask } = this.#deps;
    const { content } = request.file;
    const chance = chanceOf(`${seed}|upload|${request.key}`);
    timeline.in(chance.pick([500, MINUTE, 14 * MINUTE]), () => this.#put(body.url, content));
    const path = { uploadId: String(body.uploadId) };
    for (const wait of [chance.int(0, 3 * MINUTE), chance.int(0, 20 * HOUR), 3 * DAY])
      timeline.in(wait, () => ask({ key: `look-${request.key}-${wait}`, operation: 'getUpload', path }));
  }

  #put(url: string, content: string): void {
    const { put, timeline } = this.#deps;
    if (!put(url, content)) timeline.in(MINUTE, () => this.#put(url, content));
  }
}
