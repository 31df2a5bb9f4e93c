import type { ApiRequest } from '../engine/caller.ts';
import type { Change, Item } from '../engine/change-feed.ts';
import { type Report, told } from './finding.ts';
import type { ModelVersions } from './model-versions.ts';
import { classByPotential, isLowerClass, type OwnModel } from './own-classes.ts';

/** 6: a client is served by the class that the model in force gives him; a lower one only when a person agreed, where the model wants that. */
export class ClassChecks {
  readonly #clients = new Map<string, Item>();
  /** Clients of whom a person agreed to a lower class, or may have. */
  readonly #agreed = new Set<string>();

  onAsked({ operation, path, body }: ApiRequest): void {
    if (operation === 'decideLowering' && (body as Item)['decision'] === 'approved') this.#agreed.add(path?.['clientId'] ?? '');
  }

  observe({ table, before, after }: Change, models: ModelVersions, now: number, report: Report): void {
    if (table !== 'Clients' || after?.['record'] !== 'client') return;
    this.#clients.set(String(after['clientId']), after);
    const [was, is] = [before?.['significance'] as Item | undefined, after['significance'] as Item | undefined];
    if (!is) return;
    const say = (what: string) => report(6, `client ${String(after['clientId'])} ${what}: ${told(is)}, before ${told(was)}`);
    checkVersion(Number(is['modelVersion']), Number(was?.['modelVersion'] ?? 0), (version) => models.isInForce(version, now), say);
    const model = models.of(Number(is['modelVersion']));
    if (model) this.#checkClass(after, { was, is, model }, say);
  }

  #checkClass({ clientId, potential }: Item, { was, is, model }: Assessed, say: Say): void {
    const own = classByPotential(model, (potential ?? {}) as Item);
    if (own === undefined) return;
    const [held, heldBefore] = [String(is['class']), String(was?.['class'] ?? is['class'])];
    const { needsApproval } = model.lowering;
    const waits = needsApproval && held === heldBefore && isLowerClass(own, held) && isTold(is, own);
    if (held !== own && !waits) say(`is ${own} by its model`);
    if (needsApproval && isLowerClass(held, heldBefore) && !this.#agreed.has(String(clientId))) say('was lowered, and nobody agreed');
  }

  /** All were reassessed since the last model was published. */
  afterReassessment(models: ModelVersions, report: Report): void {
    for (const [clientId, { significance }] of this.#clients)
      if (significance && (significance as Item)['modelVersion'] !== models.latest.version)
        report(6, `client ${clientId} does not follow version ${models.latest.version}: ${told(significance)}`);
  }
}

interface Assessed {
  readonly was: Item | undefined;
  readonly is: Item;
  readonly model: OwnModel;
}

type Say = (what: string) => void;

function checkVersion(version: number, before: number, isInForce: (version: number) => boolean, say: Say): void {
  if (version < before) say('is assessed by an older model');
  if (version !== before && !isInForce(version)) say('is assessed by a model that is not in force');
}

/** A lower class that is not given yet is waiting for a person, or was declined by one. */
const isTold = (is: Item, lower: string): boolean =>
  [is['pendingLowering'], is['declinedLowering']].some((placement) => (placement as Item | undefined)?.['class'] === lower);
