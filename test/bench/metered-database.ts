import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface Metered {
  readonly requests: number;
  readonly capacityUnits: number;
}

type Capacity = { readonly CapacityUnits?: number };

/** Counts a client's requests and what DynamoDB says they consumed, reads and writes together. */
export function meter(client: DynamoDBDocumentClient): { read(): Metered } {
  let requests = 0;
  let capacityUnits = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      requests += 1;
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      capacityUnits += unitsIn(answer.output);
      return answer;
    },
    { step: 'initialize', name: 'meter' },
  );
  return { read: () => ({ requests, capacityUnits }) };
}

function unitsIn(output: object): number {
  if (!('ConsumedCapacity' in output)) return 0;
  const consumed = [output.ConsumedCapacity].flat() as readonly (Capacity | undefined)[];
  return consumed.reduce((total, some) => total + (some?.CapacityUnits ?? 0), 0);
}
