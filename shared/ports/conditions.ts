import type { Client } from '../domain/client.ts';
import type { AppliedConditions } from '../domain/service-conditions.ts';

/** Service conditions of a client, by his class under the model in force. */
export interface Conditions {
  of(client: Client): Promise<AppliedConditions>;
}
