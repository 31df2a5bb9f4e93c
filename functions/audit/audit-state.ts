import * as z from 'zod/mini';
import type { AuditState } from '../../shared/usecases/audit-books.ts';

const totals = z.object({
  received: z.number(),
  applied: z.number(),
  suspense: z.number(),
  disbursed: z.number(),
  reversed: z.number(),
  accounts: z.number(),
});

const row = z.object({ F1: z.number(), F2: z.number(), F3: z.number() });

const cellsPass = z.object({
  look: z.number(),
  clients: z.number(),
  movesBefore: z.record(z.string(), z.number()),
  counted: z.record(z.string(), z.object({ P1: row, P2: row, P3: row })),
});

const state = z.object({
  phase: z.enum(['policies', 'payments', 'clients', 'done']),
  cursor: z.optional(z.record(z.string(), z.string())),
  policies: z.number(),
  payments: z.number(),
  clients: z.number(),
  cells: z.optional(cellsPass),
  unsureCells: z.number(),
  books: z.record(z.string(), totals),
  differences: z.array(z.object({ where: z.string(), what: z.string(), stored: z.string(), recomputed: z.string() })),
  differencesFound: z.number(),
});

/** What an earlier invocation handed over; undefined for any other event, which begins an audit. */
export function readAuditState(event: unknown): AuditState | undefined {
  const parsed = z.object({ audit: state }).safeParse(event);
  if (!parsed.success) return undefined;
  const { cursor, cells, ...rest } = parsed.data.audit;
  return { ...rest, ...(cursor ? { cursor } : {}), ...(cells ? { cells } : {}) };
}

/** `npm run audit` asks for page after page itself, to show progress and the end. */
export const isByHand = (event: unknown): boolean => z.object({ byHand: z.literal(true) }).safeParse(event).success;
