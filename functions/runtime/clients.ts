import { clientStore } from '../../shared/adapters/dynamodb/client-store.ts';
import type { ClientStore } from '../../shared/ports/client-store.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { type Outside, system } from './system.ts';

export const clientRuntime = (outside?: Outside): { readonly clients: ClientStore } => ({
  clients: clientStore(dynamoDb(system(outside).aws), environment().tables.Clients),
});
