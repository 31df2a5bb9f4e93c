import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  type KeySchemaElement,
  type Projection,
} from '@aws-sdk/client-dynamodb';
import type { IndexDefinition, TableDefinition } from './table-definition.ts';

/** Creates every table, on demand. One after the other: emulators keep one catalogue and gain nothing from haste. */
export const createTables = async (client: DynamoDBClient, tables: readonly TableDefinition[]): Promise<void> => {
  for (const table of tables) await client.send(new CreateTableCommand(createTableInput(table)));
};

export const createTableInput = (table: TableDefinition): CreateTableCommandInput => ({
  TableName: table.name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: attributeDefinitions(table),
  KeySchema: keySchema(table),
  ...(table.indexes.length > 0 && {
    GlobalSecondaryIndexes: table.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: projection(index),
    })),
  }),
  ...(table.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } }),
});

const keySchema = (keys: { readonly partitionKey: string; readonly sortKey?: string }): KeySchemaElement[] => [
  { AttributeName: keys.partitionKey, KeyType: 'HASH' },
  ...(keys.sortKey === undefined ? [] : [{ AttributeName: keys.sortKey, KeyType: 'RANGE' } as const]),
];

/** DynamoDB wants exactly the attributes that some key uses, each once, and refuses any other. */
const attributeDefinitions = (table: TableDefinition): AttributeDefinition[] => {
  const names = new Set(
    [table, ...table.indexes].flatMap((keys) => [keys.partitionKey, ...(keys.sortKey === undefined ? [] : [keys.sortKey])]),
  );
  return [...names].map((name) => ({ AttributeName: name, AttributeType: table.numberKeys?.includes(name) ? 'N' : 'S' }));
};

const projection = ({ projection }: IndexDefinition): Projection =>
  typeof projection === 'string' ? { ProjectionType: projection } : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projection] };
