import type { Scope } from '../routes.ts';
import { HttpProblem } from './problem.ts';

/**
 * Cognito writes scopes as one text, each behind its resource server ('premium-control/payments:write'). They are checked
 * here and not by API Gateway, because its 403 is no problem+json and cannot be made one.
 */
export function demandScope(claims: Readonly<Record<string, unknown>>, scope: Scope | null): void {
  if (scope === null) return;
  const granted = String(claims['scope'] ?? '')
    .split(' ')
    .map((s) => s.slice(s.lastIndexOf('/') + 1));
  if (granted.includes(scope)) return;
  throw new HttpProblem({ status: 403, code: 'SCOPE_MISSING', title: 'Forbidden', detail: `the token needs the scope ${scope}` });
}
