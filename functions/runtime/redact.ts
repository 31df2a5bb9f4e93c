import { createHash } from 'node:crypto';

/**
 * Facts as they may be logged. Callers pass ids and codes; what slips in all the same (an address in the message of an error, a
 * name in a fact) becomes a short hash, by which two lines about one person are still seen to belong together.
 * Hashed: whole fields with names of persons, e-mail addresses, and ten digits alone, which is a Ukrainian taxpayer's number
 * (RNOKPP, Order of the Ministry of Finance no. 822/2017).
 */
export function redact(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return PERSONAL.has(field) ? hashed(value) : withoutPersons(value);
  if (value instanceof Error) return ofError(value);
  if (Array.isArray(value)) return value.map((element) => redact(element, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, redact(inner, name)]));
}

const PERSONAL: ReadonlySet<string> = new Set(['name', 'email', 'payer', 'assignee', 'recipient', 'reference', 'taxNumber']);

const ADDRESS = /[^\s<>"',;:()]+@[^\s<>"',;:()]+/g;
const TAX_NUMBER = /(?<!\d)\d{10}(?!\d)/g;

const withoutPersons = (text: string): string => text.replace(ADDRESS, hashed).replace(TAX_NUMBER, hashed);

const hashed = (text: string): string => `#${createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 10)}`;

/** An error by its name, message and lines of code, and its cause; the fields that libraries add may hold whole requests. */
function ofError({ name, message, stack, cause }: Error): object {
  const base = { name, message: withoutPersons(message), stack: withoutPersons(stack ?? '') };
  return cause === undefined ? base : { ...base, cause: redact(cause) };
}
