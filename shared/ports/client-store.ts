import type { Client } from '../domain/client.ts';
import type { SignificanceClass } from '../domain/regulation.ts';
import type { Page, PageRequest } from './page.ts';

export interface ClientStore {
  /** Writes the facts, keeps the class. */
  put(client: Client): Promise<'created' | 'updated'>;
  read(clientId: string): Promise<Client | undefined>;
  ofClass(significanceClass: SignificanceClass, page: PageRequest): Promise<Page<Client>>;
}
