import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import type { ApiRequest } from '../engine/caller.ts';
import type { Change, Item } from '../engine/change-feed.ts';
import { type Report, told } from './finding.ts';
import type { OwnModel } from './own-classes.ts';
import { graceOf } from './own-process.ts';

interface Version {
  readonly version: number;
  readonly since: number;
  readonly model: OwnModel;
}

/** Whoever decides may have read what was in force some hours before; nothing else changed meanwhile, or it would not be written. */
const OLDEST_READ_MS = 12 * 3_600_000;

/** The versions of the significance model, by what was asked to be published. The built-in one is data that comes with the code. */
export class ModelVersions {
  readonly #asked: unknown[] = [];
  readonly #versions: Version[] = [{ version: 1, since: Number.NEGATIVE_INFINITY, model: DEFAULT_MODEL as unknown as OwnModel }];

  onAsked({ operation, body }: ApiRequest): void {
    if (operation === 'putModel') this.#asked.push(plain(body));
  }

  /** 12: versions follow one another, never change, and are what somebody asked for. */
  observe({ table, before, after }: Change, now: number, report: Report): void {
    if (table !== 'Significance' || (after ?? before)?.['part'] !== 'model') return;
    const version = Number(after?.['version']);
    if (before || version !== this.latest.version + 1)
      report(12, `version ${version} of the model follows ${this.latest.version}: ${told(before)}`);
    const model = after?.['model'] as OwnModel | undefined;
    if (!model || !this.#asked.some((asked) => isDeepStrictEqual(asked, plain(model)))) report(12, `nobody asked for model ${version}`);
    else this.#versions.push({ version, since: now, model });
  }

  get latest(): Version {
    const latest = this.#versions.at(-1);
    if (!latest) throw new Error('there is always a model');
    return latest;
  }

  of(version: number): OwnModel | undefined {
    return this.#versions.find((v) => v.version === version)?.model;
  }

  /** Was it the one in force, now or when whoever writes now may have read it? */
  isInForce(version: number, now: number): boolean {
    const index = this.#versions.findIndex((v) => v.version === version);
    return index !== -1 && (this.#versions[index + 1]?.since ?? now) > now - OLDEST_READ_MS;
  }

  /** How a class is served; of the built-in model what the contract says of it. */
  conditionsOf(version: number, significance: string): Item | undefined {
    return version === 1 ? { graceDays: graceOf(significance) } : this.of(version)?.conditions[significance];
  }

  /** That any class ever had. */
  longestGrace(): number {
    return Math.max(
      ...this.#versions.flatMap(({ version }) => ['A', 'B', 'C'].map((c) => Number(this.conditionsOf(version, c)?.['graceDays']))),
    );
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
