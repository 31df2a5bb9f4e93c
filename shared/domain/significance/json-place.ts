/**
 * Reading JSON of unknown shape and collecting every fault on the way. A `Place` is a value with its JSON pointer; each reader
 * answers a value of the right type, a stand-in where there was a fault: whoever reads must look at the faults before the values.
 */

/** `pointer` is RFC 6901; `detail` says what is wrong and what to write instead. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

export interface Place {
  readonly value: unknown;
  readonly pointer: string;
  readonly faults: Fault[];
}

export const placeOf = (value: unknown): Place => ({ value, pointer: '', faults: [] });

export const fault = ({ faults, pointer }: Place, detail: string): void => {
  faults.push({ pointer, detail });
};

interface Fields<Required extends string, Optional extends string> {
  readonly required: readonly Required[];
  readonly optional?: readonly Optional[];
}

/** The named fields of an object. Other fields are faults: a misspelt one must not be lost. */
export function fieldsAt<Required extends string, Optional extends string = never>(
  place: Place,
  names: Fields<Required, Optional>,
): Readonly<Record<Required, Place> & Record<Optional, Place | undefined>>;
export function fieldsAt(place: Place, { required, optional = [] }: Fields<string, string>): Readonly<Record<string, Place | undefined>> {
  const known = [...required, ...optional];
  const object = objectAt(place);
  for (const name of Object.keys(object ?? {})) {
    if (!known.includes(name)) fault(within(place, name), `unknown field: remove it, or write one of ${known.join(', ')}`);
  }
  const present = (name: string): boolean => object !== undefined && Object.hasOwn(object, name);
  const missing = required.filter((name) => object !== undefined && !present(name));
  for (const name of missing) fault(within(place, name), `missing: add "${name}"`);
  const read = (name: string): Place => (present(name) ? child(place, name, object?.[name]) : unheard(place, name));
  return Object.fromEntries([
    ...required.map((name) => [name, read(name)] as const),
    ...optional.map((name) => [name, present(name) ? read(name) : undefined] as const),
  ]);
}

/** All fields of an object whose names are data. */
export function entriesAt(place: Place): readonly (readonly [string, Place])[] {
  return Object.entries(objectAt(place) ?? {}).map(([name, value]) => [name, child(place, name, value)]);
}

/** A record with a value for each of the keys. */
export function recordOf<Key extends string, Value>(keys: readonly Key[], valueAt: (key: Key) => Value): Readonly<Record<Key, Value>>;
export function recordOf(keys: readonly string[], valueAt: (key: string) => unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(keys.map((key) => [key, valueAt(key)]));
}

/** The items of a list of `least` to `most`. A longer one is not read further: its size is the fault. */
export function itemsAt(place: Place, { least, most }: { readonly least: number; readonly most: number }): readonly Place[] {
  const { value } = place;
  if (!Array.isArray(value) || value.length < least || value.length > most) {
    fault(place, `write a list of ${least} to ${most} items`);
    return [];
  }
  return value.map((item: unknown, index) => child(place, String(index), item));
}

/** NaN where there was a fault, so that comparisons made later with it find nothing more to blame. */
export function numberAt(place: Place, { least, most, decimals = 0 }: Bounds): number {
  const { value } = place;
  const fits = typeof value === 'number' && value >= least && value <= most && Number(value.toFixed(decimals)) === value;
  if (fits) return value;
  const kind = decimals === 0 ? 'a whole number' : `a number with at most ${decimals} decimals`;
  fault(place, `write ${kind} from ${least} to ${most}`);
  return Number.NaN;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly decimals?: number;
}

export function textAt(place: Place, { pattern, wanted }: { readonly pattern: RegExp; readonly wanted: string }): string {
  if (typeof place.value === 'string' && pattern.test(place.value)) return place.value;
  fault(place, `write ${wanted}`);
  return '';
}

export function flagAt(place: Place): boolean {
  if (typeof place.value !== 'boolean') fault(place, 'write true or false');
  return place.value === true;
}

export function oneOf<T extends string>(place: Place, choices: readonly [T, ...T[]]): T {
  const chosen = choices.find((choice) => choice === place.value);
  if (chosen === undefined) fault(place, `write one of ${choices.join(', ')}`);
  return chosen ?? choices[0];
}

function objectAt(place: Place): Readonly<Record<string, unknown>> | undefined {
  if (isObject(place.value)) return place.value;
  fault(place, 'write an object');
  return undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A place that should hold something, to say so. */
export const within = (place: Place, name: string): Place => child(place, name, undefined);

const child = ({ pointer, faults }: Place, name: string, value: unknown): Place => ({
  value,
  pointer: `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  faults,
});

/** A place inside something that has been blamed already: what is found there is not said. */
const unheard = (place: Place, name: string): Place => ({ ...within(place, name), faults: [] });
