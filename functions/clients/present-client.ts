import type { Client } from '../../shared/domain/client.ts';
import { pathOf } from '../http/path-id.ts';
import { presentMoney } from '../http/present-money.ts';

export function presentClient({ potential, significance, ...facts }: Client) {
  const indicators = Object.entries(potential).map(
    ([name, value]) => [name, typeof value === 'number' ? value : presentMoney(value)] as const,
  );
  return {
    self: pathOf('clients', facts.clientId),
    ...facts,
    potential: Object.fromEntries(indicators),
    significance: significance ?? null,
  };
}
