import type { SignificanceClass } from '../domain/regulation.ts';
import type { ClassifiedClient } from '../domain/significance/classified-client.ts';
import type { Page, PageRequest } from './page.ts';

export interface ClientStore {
  /** One request, consistent. */
  read(clientId: string): Promise<ClassifiedClient | undefined>;
  ofClass(significanceClass: SignificanceClass, page: PageRequest): Promise<Page<ClassifiedClient>>;
}
