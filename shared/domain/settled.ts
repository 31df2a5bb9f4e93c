import type { Receipts } from './coverage.ts';
import type { Relief } from './relief.ts';
import { writtenOff } from './write-off.ts';

/**
 * What promises are kept by: all that ever came in, and what is not asked for any more. Excess that leaves keeps no promise from having
 * been kept, so it is not taken off.
 */
export const settled = ({ receivedMinor, moved }: Omit<Receipts, 'directedMinor'>, relief: readonly Relief[]): number =>
  receivedMinor + (moved?.inMinor ?? 0) + writtenOff(relief);
