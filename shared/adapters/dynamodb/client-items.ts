import type { ClassRecord } from '../../domain/significance/class-record.ts';
import type { ClassifiedClient } from '../../domain/significance/classified-client.ts';
import type { Item } from './item.ts';

/** The facts of a client in the Clients table; its other records are the history of its class. */
export const CLIENT_RECORD = 'client';

/** `class` stands at the top for the index by class; only classified clients have it. */
export const clientItem = (client: ClassifiedClient): Item => ({
  ...client,
  record: CLIENT_RECORD,
  ...(client.significance ? { class: client.significance.class } : {}),
});

export function readClient(item: Item): ClassifiedClient {
  const { record: _record, class: _class, ...client } = item;
  return client as unknown as ClassifiedClient;
}

export const HISTORY = 'class#';

/** In the order of what happened; the client's version makes it the only one of its instant. */
export const classRecordItem = ({ clientId, version }: ClassifiedClient, record: ClassRecord): Item => ({
  clientId,
  record: `${HISTORY}${record.at}#${String(version).padStart(8, '0')}`,
  ...record,
});

export function readClassRecord(item: Item): ClassRecord {
  const { clientId: _clientId, record: _record, ...told } = item;
  return told as unknown as ClassRecord;
}
