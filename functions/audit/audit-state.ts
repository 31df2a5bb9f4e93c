import * as z from 'zod';
import type { AuditState } from '../../shared/usecases/audit-books.ts';

const totals = z.object({
  received: z.number(),
  applied: z.number(),
  suspense: z.number(),
  disbursed: z.number(),
  reversed: z.number(),
  accounts: z.number(),
});

const state = z.object({
  phase: z.enum(['policies', 'payments', 'done']),
  cursor: z.record(z.string(), z.string()).optional(),
  policies: z.number(),
  payments: z.number(),
  books: z.record(z.string(), totals),
  differences: z.array(z.object({ where: z.string(), what: z.string(), stored: z.string(), recomputed: z.string() })),
  differencesFound: z.number(),
});

/** What an earlier invocation handed over; undefined for any other event, which begins an audit. */
export function readAuditState(event: unknown): AuditState | undefined {
  const parsed = z.object({ audit: state }).safeParse(event);
  if (!parsed.success) return undefined;
  const { cursor, ...rest } = parsed.data.audit;
  return cursor ? { ...rest, cursor } : rest;
}

/** `npm run audit` asks for page after page itself, to show progress and the end. */
export const isByHand = (event: unknown): boolean => z.object({ byHand: z.literal(true) }).safeParse(event).success;
