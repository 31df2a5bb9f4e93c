import * as z from 'zod';
import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import { PUBLISHED_EVENTS, type PublishedEvent } from './published-events.ts';

const ENVELOPE =
  'EventBridge delivers it from the bus of the stack, to whatever a rule names. At least once and in no promised order: deduplicate by `detail.eventId`, which stays the same however often it comes (`id` of EventBridge does not).';

/** The domain events that others learn of, each as EventBridge hands it over. */
export const webhooks = (): Readonly<Record<string, ZodOpenApiPathItemObject>> =>
  Object.fromEntries(Object.entries(PUBLISHED_EVENTS).map(([type, event]) => [type, { post: operation(type, event) }]));

function operation(type: string, { summary, detail, example }: PublishedEvent) {
  return {
    operationId: `on${type}`,
    summary,
    description: ENVELOPE,
    security: [],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: eventSchema(type, detail), examples: { [type]: { value: exampleOf(type, example) } } } },
    },
    responses: { 200: { description: 'Taken. Anything else is tried again by EventBridge' } },
  };
}

const eventSchema = (type: string, detail: z.ZodRawShape) =>
  z
    .looseObject({
      source: z.literal('premium-control'),
      'detail-type': z.literal(type),
      time: z.string().meta({ format: 'date-time' }),
      detail: z.object({
        eventId: z.string().meta({ description: 'Stable: deduplicate by it' }),
        occurredAt: z.string().meta({ format: 'date-time' }),
        ...detail,
      }),
    })
    .meta({ id: `${type}Event` });

const OCCURRED_AT = '2026-12-18T07:12:00.000Z';

const exampleOf = (type: string, detail: PublishedEvent['example']) => ({
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  source: 'premium-control',
  'detail-type': type,
  account: '123456789012',
  time: OCCURRED_AT,
  region: 'eu-central-1',
  resources: [],
  detail: { eventId: '01KCS0X7Q0V5ZJ3M8W2T4N6P9R', occurredAt: OCCURRED_AT, ...detail },
});
