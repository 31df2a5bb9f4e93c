import { clientRegistry } from '../../shared/adapters/dynamodb/client-registry.ts';
import { clientStore } from '../../shared/adapters/dynamodb/client-store.ts';
import { creditMoveReader } from '../../shared/adapters/dynamodb/credit-moves.ts';
import { paymentReader } from '../../shared/adapters/dynamodb/payment-reader.ts';
import { policyStore } from '../../shared/adapters/dynamodb/policy-store.ts';
import type { ClientStore } from '../../shared/ports/client-store.ts';
import type { Deps } from '../../shared/usecases/put-client.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { significanceModels } from './models.ts';
import { type Outside, system } from './system.ts';

export function clientRuntime(outside?: Outside): { readonly clients: ClientStore; readonly putting: Deps } {
  const { clock, ids, pace, aws } = system(outside);
  const { tables } = environment();
  const client = dynamoDb(aws);
  const models = significanceModels({ aws, clock });
  const clients = clientRegistry({ client, tables, models, pace });
  const money = { payments: paymentReader(client, tables.Payments), credits: creditMoveReader(client, tables.Policies) };
  return {
    clients: clientStore(client, tables.Clients),
    putting: { clients, models, policies: policyStore(client, tables, pace), ...money, clock, ids, pace },
  };
}
