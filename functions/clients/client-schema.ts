import * as z from 'zod/mini';
import type { Given } from '../../shared/domain/client.ts';
import { isTimeZone } from '../../shared/domain/zone.ts';
import type { ClientFacts } from '../../shared/usecases/put-client.ts';
import { email, language, money, text } from '../http/fields.ts';

const LONGEST_TEXT = 200;
const MOST_INDICATORS = 40;

/** What the model scores is a number or money; a text or a flag of a customer file is kept beside them. */
const given = z.union(
  [
    z.number().check(z.minimum(-1e15), z.maximum(1e15)),
    money,
    z.string().check(
      z.maxLength(LONGEST_TEXT),
      z.refine((t) => t.isWellFormed()),
    ),
    z.boolean(),
  ],
  {
    error: `must be a number, money like { "amount": "1250.00", "currency": "UAH" }, a text of ${LONGEST_TEXT} characters at most, true or false`,
  },
);

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
        .record(z.string().check(z.minLength(1), z.maxLength(64)), given)
        .check(z.refine((p) => Object.keys(p).length <= MOST_INDICATORS, { error: `must have ${MOST_INDICATORS} indicators at most` })),
    ),
  })
  .check(z.meta({ id: 'ClientFacts' }));

export function clientOf(clientId: string, body: z.output<typeof clientBody>): ClientFacts {
  const potential: Readonly<Record<string, Given>> = body.potential ?? {};
  return { clientId, name: body.name, kind: body.kind, email: body.email, language: body.language, timeZone: body.timeZone, potential };
}
