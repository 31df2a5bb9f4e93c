/**
 * Audits the books: every policy recomputed from its payments and journal, every currency's totals, and the cells of significance counted
 * again from the clients. Triggered by a recurring
 * schedule once a week, and by hand (it reads everything). Reads only. What does not fit into one invocation goes on in the next, which it invokes
 * itself; what it finds is a metric with an alarm, and in the log.
 */
import type { Context } from 'aws-lambda';
import { AUDIT_BEGINS, type AuditState, auditPage } from '../../shared/usecases/audit-books.ts';
import { auditRuntime } from '../runtime/audit.ts';
import { log } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';
import type { Outside } from '../runtime/system.ts';
import { isByHand, readAuditState } from './audit-state.ts';

/** A page takes seconds at most; the next invocation is asked for before this one is ended. */
const STOP_BEFORE_MS = 20_000;

export function createHandler(outside?: Outside) {
  const deps = auditRuntime(outside);
  return async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<AuditState> => {
    let state = readAuditState(event) ?? AUDIT_BEGINS;
    while (state.phase !== 'done' && context.getRemainingTimeInMillis() > STOP_BEFORE_MS) state = await auditPage(deps, state);
    if (state.phase !== 'done') {
      if (!isByHand(event)) await deps.goOn(state); // by hand, the caller goes on
      return state;
    }
    const { policies, payments, clients, unsureCells, differencesFound, differences } = state;
    if (differencesFound > 0) log.warn('the books do not add up', { differencesFound, differences });
    else log.info('the books add up', { policies, payments, clients, unsureCells });
    count('BooksDifferences', differencesFound);
    return state;
  };
}

export const handler = createHandler();
