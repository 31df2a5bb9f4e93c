import { createHash } from 'node:crypto';

/** Digest of what was said, parsed: "10.5" and "10.50" are the same fact, and so is any order of fields. */
export const fingerprintOf = (said: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(said)))
    .digest('base64url');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
