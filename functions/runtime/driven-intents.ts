import * as z from 'zod/mini';
import { readIntent } from '../../shared/adapters/dynamodb/outbox-items.ts';
import type { Intent } from '../../shared/ports/outbox.ts';

const driven = z.object({ intents: z.array(z.record(z.string(), z.unknown())) });

/** Intents that the watchdog hands over directly, instead of the stream. */
export const drivenIntents = (event: unknown): readonly Intent[] => driven.parse(event).intents.map(readIntent);
