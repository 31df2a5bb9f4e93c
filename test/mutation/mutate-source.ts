import type { Mutant } from './mutant.ts';

/** The file without the guard. @throws when its text is not there exactly once: the source has moved on, and the entry has not. */
export function mutateSource(source: string, { id, file, find, replace }: Mutant): string {
  const [before = '', after, ...more] = source.split(find);
  if (after === undefined) throw new Error(`${id}: what it removes is not in ${file} any more: ${find}`);
  if (more.length > 0) throw new Error(`${id}: what it removes is in ${file} ${more.length + 1} times: ${find}`);
  return before + replace + after;
}
