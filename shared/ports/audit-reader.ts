import type { StoredPayment } from '../domain/payment.ts';
import type { Page, PageRequest } from './page.ts';

/** Reads whole tables, page by page: for audits, never for a request. */
export interface AuditReader {
  policyNumbers(page: PageRequest): Promise<Page<string>>;
  payments(page: PageRequest): Promise<Page<StoredPayment>>;
}
