import type { Table, Write } from '../storage/table.ts';
import type { TokenMemory } from '../storage/token-memory.ts';
import type { Item } from '../values/attribute-value.ts';

/** One key of a BatchGetItem, or one write of a BatchWriteItem, that a hook may leave undone, as under throttling. */
export type BatchEntry = { readonly operation: 'BatchGetItem' | 'BatchWriteItem'; readonly table: string; readonly key: Item };
export type LeaveUnprocessed = (entry: BatchEntry) => boolean;

/** What an operation works on. */
export type OperationContext = {
  /** @throws ResourceNotFoundException */
  table(name: string): Table;
  write(table: Table, write: Write): void;
  now(): number;
  readonly tokens: TokenMemory;
  readonly leaveUnprocessed: LeaveUnprocessed;
};
