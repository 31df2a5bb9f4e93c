import { type Chance, chanceOf } from '../engine/chance.ts';
import { FAULTS, type FaultKind, FIRST_KINDS, LATER_KINDS } from './fault-kinds.ts';

/** A fault that struck. `id` names kind and opportunity: the same opportunity has the same id in every run of the seed. */
export interface Strike {
  readonly id: string;
  readonly kind: FaultKind;
}

export interface FaultOptions {
  readonly seed: string;
  /** Only these strike; undefined: all that chance gives. For shrinking. */
  readonly only?: ReadonlySet<string>;
  /** These kinds and no others, so often, instead of a swarm by chance. */
  readonly swarm?: Swarm;
}

export type Swarm = ReadonlyMap<FaultKind, number>;

/**
 * Says what strikes when. Each seed has a swarm of its own: about half of the kinds, each more or less often, so that rare
 * combinations get their seeds; one seed in twelve has none. Whether an opportunity is struck depends on the seed and on the
 * opportunity's name alone: without one fault the others stay where they are.
 */
export class FaultPlan {
  readonly struck: Strike[] = [];
  readonly #options: FaultOptions;
  readonly #probabilities: ReadonlyMap<FaultKind, number>;
  #quiet = false;

  constructor(options: FaultOptions) {
    this.#options = options;
    this.#probabilities = options.swarm ?? swarmOf(options.seed);
  }

  /** From here on nothing goes wrong. */
  calm(): void {
    this.#quiet = true;
  }

  /** Does a fault of the kind strike here? Then it is on record, with chance of its own for how. */
  strike(kind: FaultKind, opportunity: string): Chance | undefined {
    const probability = this.#quiet ? 0 : (this.#probabilities.get(kind) ?? 0);
    if (probability === 0) return undefined;
    const id = `${kind}@${opportunity}`;
    const chance = chanceOf(`${this.#options.seed}|${id}`);
    if (!chance.is(probability) || this.#options.only?.has(id) === false) return undefined;
    this.struck.push({ id, kind });
    return chance;
  }

  /** The first of these kinds that strikes. */
  first<K extends FaultKind>(kinds: readonly K[], opportunity: string): { readonly kind: K; readonly chance: Chance } | undefined {
    for (const kind of kinds) {
      const chance = this.strike(kind, opportunity);
      if (chance) return { kind, chance };
    }
    return undefined;
  }
}

const STRENGTHS = [0.2, 1, 1, 3] as const;

function swarmOf(seed: string): Swarm {
  const chance = chanceOf(`${seed}|swarm`);
  if (chance.is(1 / 12)) return new Map();
  return new Map([...halfOf(FIRST_KINDS, chance), ...halfOf(LATER_KINDS, chanceOf(`${seed}|swarm|later`))]);
}

const halfOf = (kinds: readonly FaultKind[], chance: Chance): readonly (readonly [FaultKind, number])[] =>
  kinds.filter(() => chance.is(0.5)).map((kind) => [kind, Math.min(0.9, FAULTS[kind] * chance.pick(STRENGTHS))]);
