import type { Client } from '../domain/client.ts';
import type { StoredPayment } from '../domain/payment.ts';
import type { Page, PageRequest } from './page.ts';

/** Reads whole tables, page by page: for audits, never for a request. */
export interface AuditReader {
  policyNumbers(page: PageRequest): Promise<Page<string>>;
  payments(page: PageRequest): Promise<Page<StoredPayment>>;
  clients(page: PageRequest): Promise<Page<CountedClient>>;
}

export interface CountedClient extends Pick<Client, 'significance'> {
  /** Of the kept counters: where he is counted. */
  readonly shard: string;
}
