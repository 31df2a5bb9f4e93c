/**
 * A number from 0 to below - 1 that is the same for a text everywhere and for ever, and even over texts:
 * FNV-1a over UTF-16 units, mixed by murmur3's finaliser.
 */
export function spread(text: string, below: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % below;
}
