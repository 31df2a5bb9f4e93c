import type { StoredPayment } from '../domain/payment.ts';
import type { Page, PageRequest } from './page.ts';

export interface PaymentReader {
  read(paymentId: string): Promise<StoredPayment | undefined>;
  /** Oldest first, by when they were recorded. */
  ofPolicy(policyNumber: string, page: PageRequest): Promise<Page<StoredPayment>>;
  inSuspense(page: PageRequest): Promise<Page<StoredPayment>>;
}
