import type { StoredPayment } from '../domain/payment.ts';
import type { PageRequest } from '../ports/page.ts';
import type { PaymentReader } from '../ports/payment-reader.ts';

const MOST_PAGES = 100;

/** All payments told for a policy, in the order they were recorded. @throws beyond 10,000. */
export async function allPaymentsOf(payments: PaymentReader, policyNumber: string): Promise<readonly StoredPayment[]> {
  const all: StoredPayment[] = [];
  let request: PageRequest = { limit: 100 };
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, cursor } = await payments.ofPolicy(policyNumber, request);
    all.push(...items);
    if (!cursor) return all;
    request = { limit: 100, cursor };
  }
  throw new Error(`more than ${MOST_PAGES * 100} payments on one policy`);
}
