import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { CLIENT_RECORD } from '../../shared/adapters/dynamodb/client-items.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import type { StoredNotice } from '../../shared/ports/notice-store.ts';
import { noticeIntent } from '../../shared/usecases/intents.ts';
import type { FunctionWorld } from './function-world.ts';
import { policyOf } from './policies.ts';
import { portfolioItems, putItems } from './portfolio-items.ts';
import { NAMES } from './significance-world.ts';

/** 100.00 due Tue 1 Dec 2026: a letter about it, not sent yet. */
export const LETTER: Notice = {
  noticeId: 'N-1',
  policyNumber: 'CARGO-2026-000123',
  clientId: 'UA-00112233',
  installment: 1,
  checkpoint: 'C4',
  kind: 'notice',
  audience: 'policyholder',
  actions: ['A4'],
  recipient: { role: 'policyholder', name: 'Dnipro', email: 'cfo@client.example', language: 'en' },
  createdAt: '2026-12-08T07:12:00.000Z',
};

export const intent = noticeIntent(LETTER);

const CLIENT = {
  clientId: LETTER.clientId,
  record: CLIENT_RECORD,
  version: 1,
  name: 'Dnipro',
  kind: 'legalEntity',
  email: 'cfo@client.example',
  language: 'en',
  timeZone: 'Europe/Kyiv',
  potential: {},
};

/** The policy, its client, a letter in some state, and its intent in the Outbox. */
export async function storeLetter({ database }: FunctionWorld, different: Partial<StoredNotice> = {}): Promise<void> {
  const letter = { ...LETTER, state: 'PENDING', ...different } as const;
  await putItems(database, portfolioItems({ policy: policyOf({ policyNumber: letter.policyNumber }), payments: [] }, NAMES), {
    [NAMES.Clients]: [CLIENT],
    [NAMES.Notices]: [letter],
    [NAMES.Outbox]: [{ ...noticeIntent(letter) }],
  });
}

export async function storedLetter({ database }: FunctionWorld, noticeId = LETTER.noticeId): Promise<StoredNotice> {
  const { Item } = await database.send(new GetCommand({ TableName: NAMES.Notices, Key: { noticeId } }));
  return Item as unknown as StoredNotice;
}

export async function isInOutbox({ database }: FunctionWorld, notice: Notice = LETTER): Promise<boolean> {
  const { bucket, intent: key } = noticeIntent(notice);
  return (await database.send(new GetCommand({ TableName: NAMES.Outbox, Key: { bucket, intent: key } }))).Item !== undefined;
}

/** Sets one attribute, as somebody else does at that moment. */
export async function set(
  { database }: FunctionWorld,
  TableName: string,
  Key: Readonly<Record<string, string>>,
  changed: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(changed);
  await database.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, changed[name]])),
    }),
  );
}

export const ofPolicy = (record: string) => ({ policyNumber: LETTER.policyNumber, record });

/** The Outbox's stream, as Lambda hands it over. */
export const streamOf = (...items: readonly object[]) => ({
  Records: items.map((item, index) => ({
    eventID: `e-${index}`,
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: `s-${index}`, NewImage: marshall(item, { removeUndefinedValues: true }) },
  })),
});
