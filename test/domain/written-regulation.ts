import { checkRegulation } from '../../shared/domain/check-regulation.ts';
import { defaultRegulation } from '../../shared/domain/default-regulation.ts';
import type { Fault } from '../../shared/domain/regulation-check/place.ts';

// biome-ignore lint/suspicious/noExplicitAny: a body as it comes over HTTP, before anybody has looked at it
export type Json = any;

/** What the mistake is, how it is made, and the pointer and the words of the one fault that it must give. */
export type Mistake = readonly [name: string, spoil: (body: Json) => void, pointer: string, detail: RegExp];

/** The built-in regulation as its author would have sent it: without id and version, plain JSON. */
export function written(): Json {
  const { regulationId: _, version: __, ...body } = defaultRegulation;
  return JSON.parse(JSON.stringify(body));
}

export function spoilt(spoil: (body: Json) => void): Json {
  const body = written();
  spoil(body);
  return body;
}

export function faultsOf(body: unknown): readonly Fault[] {
  const checked = checkRegulation(body);
  return checked.ok ? [] : checked.faults;
}

export const UAH = (amount: string) => ({ amount, currency: 'UAH' });
