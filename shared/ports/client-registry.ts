import type { ClassRecord } from '../domain/significance/class-record.ts';
import type { ClassifiedClient } from '../domain/significance/classified-client.ts';
import type { Intent } from './outbox.ts';
import type { Cursor, Page } from './page.ts';

/** Clients as those see them who assess and change them. */
export interface ClientRegistry {
  /** One request, consistent; in the same one it learns whether there is a newer significance model. */
  read(clientId: string): Promise<ClassifiedClient | undefined>;
  /** One transaction: the client, his history, the counters of the cells, and what must leave. 'changed': somebody was faster. */
  write(change: ClientChange): Promise<'written' | 'changed'>;
  /** Oldest first. */
  history(clientId: string): Promise<readonly ClassRecord[]>;
  /** All clients, in no order, for work in the background. A page may be short. */
  page(from: Cursor | undefined): Promise<Page<ClassifiedClient>>;
}

export interface ClientChange {
  /** As it was read; undefined for a new client. If it has changed since, nothing is written. */
  readonly seen: ClassifiedClient | undefined;
  readonly client: ClassifiedClient;
  readonly record?: ClassRecord;
  readonly intents: readonly Intent[];
}
