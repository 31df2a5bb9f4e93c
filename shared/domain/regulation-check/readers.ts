import { type Place, quoted } from './place.ts';

/** Reads a value, or reports why it can't be read. `what` completes both 'give …' and '… is not …'. */
export interface Reader<T> {
  readonly what: string;
  read(value: unknown, place: Place): T | undefined;
}

/** An object whose fields were read one by one; those that could not be are undefined, and reported. */
export type Draft<T> = { readonly [K in keyof T]?: T[K] | undefined };

export interface Field<T> {
  readonly reader: Reader<T>;
  readonly required: boolean;
}

export const required = <T>(reader: Reader<T>): Field<T> => ({ reader, required: true });
export const optional = <T>(reader: Reader<T>): Field<T> => ({ reader, required: false });

/** A reader of values that are right or wrong as a whole. */
export function scalar<T>(what: string, recognise: (value: unknown) => T | undefined): Reader<T> {
  return {
    what,
    read: (value, place) => {
      const recognised = recognise(value);
      return recognised === undefined ? place.report(`${quoted(value)} is not ${what}`) : recognised;
    },
  };
}

/** Control characters would break mail headers; bidirectional overrides make a text read as what it is not. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

export const text = (longest: number): Reader<string> =>
  scalar(`a text of 1 to ${longest} characters on one line`, (value) => {
    if (typeof value !== 'string' || !value.isWellFormed() || UNPRINTABLE.test(value)) return undefined;
    return value.trim() !== '' && [...value].length <= longest ? value : undefined;
  });

export const matching = (pattern: RegExp, what: string): Reader<string> =>
  scalar(what, (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined));

export const oneOf = <T extends string>(words: readonly T[]): Reader<T> =>
  scalar(`one of ${words.join(', ')}`, (value) => words.find((word) => word === value));

export const wholeNumber = (least: number, most: number): Reader<number> =>
  scalar(`a whole number from ${least} to ${most}`, (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined,
  );

export const flag: Reader<boolean> = scalar('true or false', (value) => (typeof value === 'boolean' ? value : undefined));

export interface Bounds {
  readonly of: string;
  readonly least: number;
  readonly most: number;
}

/** What was read keeps its position, so that later faults point at it: one that can't be read leaves a hole. */
export function list<T>(item: Reader<T>, { of, least, most }: Bounds): Reader<readonly (T | undefined)[]> {
  const what = `a list of ${least} to ${most} ${of}`;
  return {
    what,
    read: (value, place) => {
      if (!Array.isArray(value)) return place.report(`${quoted(value)} is not ${what}`);
      if (value.length < least || value.length > most) place.report(`holds ${value.length} ${of}; give ${least} to ${most}`);
      return value.slice(0, most).map((element, index) => item.read(element, place.at(index)));
    },
  };
}

/** An object with any keys, each value read by one reader. */
export function mapOf<T>(what: string, item: Reader<T>): Reader<Readonly<Record<string, T | undefined>>> {
  return {
    what,
    read: (value, place) => {
      if (!isObject(value)) return place.report(`${quoted(value)} is not ${what}`);
      return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, item.read(element, place.at(key))]));
    },
  };
}

/** An object with exactly these fields: a misspelt field must not be dropped in silence. */
export function record<T>(what: string, fields: { readonly [K in keyof T]-?: Field<Exclude<T[K], undefined>> }): Reader<Draft<T>> {
  const known = new Map<string, Field<unknown>>(Object.entries(fields));
  return {
    what,
    read: (value, place) => {
      if (!isObject(value)) return place.report(`${quoted(value)} is not ${what}`);
      for (const [name, field] of known) {
        if (field.required && !Object.hasOwn(value, name)) place.at(name).report(`is missing; give ${field.reader.what}`);
      }
      const read = Object.entries(value).flatMap(([name, element]) => {
        const field = known.get(name);
        if (field) return [[name, field.reader.read(element, place.at(name))] as const];
        place.at(name).report(`is not a field of ${what}; its fields are ${[...known.keys()].join(', ')}`);
        return [];
      });
      return Object.fromEntries(read) as Draft<T>; // each field by the reader of its own type
    },
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
