import { readFileSync } from 'node:fs';
import { readStatement, type StatementOptions } from '../../shared/bank-formats/read-statement.ts';
import { StatementError } from '../../shared/bank-formats/statement-error.ts';
import type { CreditItem, StatementItem } from '../../shared/bank-formats/statement-item.ts';

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

export const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** The bytes as a source that hands them over in pieces of these sizes, the last one for the rest. */
export async function* inChunks(content: string | Uint8Array, sizes: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const bytes = bytesOf(content);
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

export async function itemsOf(content: string | Uint8Array, options: StatementOptions = {}): Promise<readonly StatementItem[]> {
  const items: StatementItem[] = [];
  for await (const item of readStatement(inChunks(content), options)) items.push(item);
  return items;
}

export async function creditsOf(content: string | Uint8Array, options: StatementOptions = {}): Promise<readonly CreditItem[]> {
  return (await itemsOf(content, options)).filter((item) => item.kind === 'credit');
}

/** What was read before the file could not be read further, and why it could not. */
export async function failureOf(
  content: string | Uint8Array,
): Promise<{ readonly error: StatementError; readonly items: readonly StatementItem[] }> {
  const items: StatementItem[] = [];
  try {
    for await (const item of readStatement(inChunks(content))) items.push(item);
  } catch (error) {
    if (error instanceof StatementError) return { error, items };
    throw error;
  }
  throw new Error('the file could be read');
}
