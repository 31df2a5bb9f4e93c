import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { formatInstant } from '../../../shared/domain/zone.ts';
import { ACCOUNT, REGION } from '../arns.ts';
import type { Clock } from '../clock/movable-clock.ts';
import { validationError } from '../http/aws-error.ts';
import type { LocalState } from '../state/local-state.ts';
import type { PublishedEvent } from './published-event.ts';

const MOST_ENTRIES = 10;

const ENTRY = z.object({
  Time: z.number().optional(),
  Source: z.string().optional(),
  Resources: z.array(z.string()).default([]),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().default('default'),
});

const REQUEST = z.object({ Entries: z.array(ENTRY).min(1).max(MOST_ENTRIES) });

type Entry = z.infer<typeof ENTRY>;
type Result = { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };

/** EventBridge's PutEvents: each entry is accepted or refused by itself, as in AWS; the accepted ones are kept and shown at /_local/events. */
export const putEvents = (state: LocalState, clock: Clock, body: unknown) => {
  const request = REQUEST.safeParse(body);
  if (!request.success) throw validationError(z.prettifyError(request.error));
  const results = request.data.Entries.map((entry) => putEvent(state, clock, entry));
  return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
};

const putEvent = (state: LocalState, clock: Clock, entry: Entry): Result => {
  const { Source, DetailType, Detail } = entry;
  if (!Source || !DetailType || Detail === undefined) {
    return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Parameter Source, DetailType or Detail is not valid. Reason: it is required.' };
  }
  const detail = parseDetail(Detail);
  if (detail === null) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  const event: PublishedEvent = {
    version: '0',
    id: randomUUID(),
    'detail-type': DetailType,
    source: Source,
    account: ACCOUNT,
    time: formatInstant(entry.Time === undefined ? clock.now() : entry.Time * 1000),
    region: REGION,
    resources: entry.Resources,
    detail,
    eventBusName: entry.EventBusName,
  };
  state.commit({ kind: 'event', event });
  return { EventId: event.id };
};

/** Detail is an object in JSON, else AWS refuses the entry. */
const parseDetail = (text: string): object | null => {
  try {
    const detail: unknown = JSON.parse(text);
    return typeof detail === 'object' && !Array.isArray(detail) ? detail : null;
  } catch {
    return null;
  }
};
