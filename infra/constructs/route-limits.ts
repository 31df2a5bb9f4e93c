import type { Route, Scope } from '../../functions/routes.ts';

/** Which part of the stage's requests a second one route may take, by what it needs, so that no kind of caller starves another. */
const SHARE: Readonly<Record<Scope | 'open', number>> = {
  'payments:write': 1, // a bank's night batch may have everything
  'policies:write': 0.5,
  'clients:write': 0.5,
  read: 0.5,
  'tasks:write': 0.2, // people
  'regulations:write': 0.1,
  'significance:write': 0.1,
  open: 0.1, // no token, so anybody
};

export interface RouteLimit {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

/** 200 a second, a route to read: 100 a second, and 200 at once (two seconds' worth). Never less than one. */
export function routeLimit(scope: Route['scope'], requestsPerSecond: number): RouteLimit {
  const rate = Math.max(1, Math.round(requestsPerSecond * SHARE[scope ?? 'open']));
  return { ThrottlingRateLimit: rate, ThrottlingBurstLimit: 2 * rate };
}
