import type { Client } from '../../domain/client.ts';
import type { Item } from './item.ts';

/** The facts of a client in the Clients table; its other records are the history of its class. */
export const CLIENT_RECORD = 'client';

/** `class` stands at the top for the index by class; only classified clients have it. */
export const clientItem = (client: Client): Item => ({
  ...client,
  record: CLIENT_RECORD,
  ...(client.significance ? { class: client.significance.class } : {}),
});

export function readClient(item: Item): Client {
  const { record: _record, class: _class, ...client } = item;
  return client as unknown as Client;
}
