import { clientStore } from '../../shared/adapters/dynamodb/client-store.ts';
import type { ClientStore } from '../../shared/ports/client-store.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';

export const clientRuntime = (): { readonly clients: ClientStore } => ({ clients: clientStore(dynamoDb(), environment().tables.Clients) });
