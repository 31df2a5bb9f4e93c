import type { Client } from '../../shared/domain/client.ts';
import { pathOf } from '../http/path-id.ts';
import { presentMoney } from '../http/present-money.ts';

/** A client as the contract shows it. Why he has his class is told by /clients/{clientId}/significance. */
export function presentClient({ clientId, name, kind, email, language, timeZone, potential, significance }: Client) {
  const indicators = Object.entries(potential).map(
    ([indicator, value]) => [indicator, typeof value === 'object' ? presentMoney(value) : value] as const,
  );
  return {
    self: pathOf('clients', clientId),
    clientId,
    name,
    kind,
    email,
    language,
    timeZone,
    potential: Object.fromEntries(indicators),
    significance: significance ? presentSignificance(significance) : null,
  };
}

const presentSignificance = ({ class: significanceClass, potentialBand, resultBand, assignedAt }: NonNullable<Client['significance']>) => ({
  class: significanceClass,
  potentialBand,
  resultBand,
  assignedAt,
});
