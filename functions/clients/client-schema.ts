import * as z from 'zod/mini';
import type { Indicator } from '../../shared/domain/client.ts';
import { isTimeZone } from '../../shared/domain/zone.ts';
import type { ClientFacts } from '../../shared/usecases/put-client.ts';
import { email, language, money, text } from '../http/fields.ts';

const indicator = z.union([z.number({ error: 'must be a number or money' }).check(z.minimum(-1e15), z.maximum(1e15)), money], {
  error: 'must be a number, or money like { "amount": "1250.00", "currency": "UAH" }',
});

const MOST_INDICATORS = 40;

/** Body of PUT /clients/{clientId}. */
export const clientBody = z
  .strictObject({
    name: text(200),
    kind: z.enum(['legalEntity', 'individual'], { error: 'must be "legalEntity" or "individual"' }),
    email,
    language,
    timeZone: z.string().check(z.refine(isTimeZone, { error: 'must be an IANA time zone like "Europe/Kyiv"' })),
    potential: z.optional(
      z
        .record(z.string().check(z.minLength(1), z.maxLength(64)), indicator)
        .check(z.refine((p) => Object.keys(p).length <= MOST_INDICATORS, { error: `must have ${MOST_INDICATORS} indicators at most` })),
    ),
  })
  .check(z.meta({ id: 'ClientFacts' }));

export function clientOf(clientId: string, body: z.output<typeof clientBody>): ClientFacts {
  const potential: Readonly<Record<string, Indicator>> = body.potential ?? {};
  return { clientId, name: body.name, kind: body.kind, email: body.email, language: body.language, timeZone: body.timeZone, potential };
}
