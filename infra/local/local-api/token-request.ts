import * as z from 'zod';
import { ALL_SCOPES } from '../gateway/token-issuer.ts';

const SUBJECT = 'local-user';

/** A scope is what OAuth lets one be: no blanks, they separate scopes in the token. */
const REQUEST = z.strictObject({
  scopes: z
    .array(z.string().regex(/^[!#-[\]-~]+$/))
    .max(100)
    .optional(),
  subject: z.string().min(1).max(200).optional(),
});

export interface Grant {
  readonly scopes: readonly string[];
  readonly subject: string;
}

/** All scopes by default; an empty body will do. null: not such a request. */
export const parseTokenRequest = (body: unknown): Grant | null => {
  const request = REQUEST.safeParse(body ?? {});
  return request.success ? { scopes: request.data.scopes ?? ALL_SCOPES, subject: request.data.subject ?? SUBJECT } : null;
};
