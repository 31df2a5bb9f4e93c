import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import type { Regulation } from '../../../shared/domain/regulation.ts';
import type { Item } from '../engine/change-feed.ts';
import { dayAfter, workdayFrom, workdaysFrom } from './own-dates.ts';

/** The regulation as data: what an insurer wrote, read by the auditor in its own way. */
export interface Process {
  readonly checkpoints: readonly ProcessCheckpoint[];
  readonly actions: readonly { readonly code: string; readonly kind: string; readonly to?: readonly string[] }[];
  readonly requiresReconciledThrough?: boolean;
  readonly thresholds?: readonly { readonly currency: string; readonly start: Minor; readonly adverse: Minor }[];
}

export interface ProcessCheckpoint {
  readonly code: string;
  readonly anchor: string;
  readonly offsetDays: number;
  readonly dayKind: string;
  readonly actions: readonly string[];
}

interface Minor {
  readonly amountMinor: number;
}

/** Regulations by id and version, from the table they were stored in; the built-in one is data that comes with the code. */
export class Processes {
  readonly #stored = new Map<string, Process>([[keyOf(defaultRegulation.regulationId, defaultRegulation.version), defaultRegulation]]);

  learn(item: Item): void {
    this.#stored.set(keyOf(String(item['regulationId']), Number(item['version'])), item as unknown as Process);
  }

  /** Under which a checkpoint was decided, whole. */
  regulationOf(record: Item): Regulation {
    return this.of(record['inputs'] as Item) as unknown as Regulation;
  }

  of(policy: Item): Process {
    const { regulationId, version } = policy['regulation'] as { readonly regulationId: string; readonly version: number };
    const process = this.#stored.get(keyOf(regulationId, version));
    if (!process) throw new Error(`the auditor never saw regulation ${regulationId} version ${version}`);
    return process;
  }
}

const keyOf = (regulationId: string, version: number): string => `${regulationId}#${version}`;

export const kindsAt = ({ actions }: Process, checkpoint: ProcessCheckpoint | undefined): readonly string[] =>
  actions.filter((a) => checkpoint?.actions.includes(a.code)).map((a) => a.kind);

/** A letter with legal effect to the policyholder himself. */
export const warnsAt = ({ actions }: Process, checkpoint: ProcessCheckpoint): boolean =>
  actions.some((a) => checkpoint.actions.includes(a.code) && a.kind === 'notice' && a.to?.includes('policyholder') === true);

export const isAdverseAt = (process: Process, checkpoint: ProcessCheckpoint | undefined): boolean =>
  kindsAt(process, checkpoint).some((kind) => kind === 'suspend' || kind === 'lapse');

/** What a shortfall must exceed to start the process, or to cost cover. */
export const thresholdOf = ({ thresholds = [] }: Process, currency: string, what: 'start' | 'adverse'): bigint =>
  BigInt(thresholds.find((t) => t.currency === currency)?.[what].amountMinor ?? 0);

/** Days of grace by class, as the contract says; without a class a client is served as B. */
const GRACE: Readonly<Record<string, number>> = { A: 20, B: 10, C: 10 };

export const graceOf = (significance: string): number => GRACE[significance] ?? 10;

interface Dating {
  readonly dueOn: string;
  readonly grace: number;
  readonly country: string;
}

/** The day that the regulation names, were nothing late and no relief granted: no checkpoint may come before it. */
export function nominalDay({ anchor, offsetDays, dayKind }: ProcessCheckpoint, { dueOn, grace, country }: Dating): string {
  const from = anchor === 'graceEnd' ? dayAfter(dueOn, grace) : dueOn;
  const day = dayKind === 'business' && offsetDays !== 0 ? workdaysFrom(from, offsetDays, country) : dayAfter(from, offsetDays);
  return workdayFrom(day, country);
}
