import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndexDescription,
  type KeySchemaElement,
  type Projection,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import type { IndexDefinition, TableDefinition } from '../../../shared/adapters/dynamodb/tables.ts';
import { tableName } from '../arns.ts';
import { StartProblem } from '../start-problem.ts';

/** Creates the declared tables that are missing. One that is there with other keys was made by another version: it is not touched. */
export const createMissingTables = async (client: DynamoDBClient, tables: readonly TableDefinition[]): Promise<void> => {
  for (const table of tables) {
    const existing = await describe(client, tableName(table.name));
    if (existing === null) await client.send(new CreateTableCommand(createTableInput(table)));
    else checkKeys(table, existing);
  }
};

const describe = async (client: DynamoDBClient, name: string): Promise<TableDescription | null> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
};

const checkKeys = (table: TableDefinition, existing: TableDescription): void => {
  const found = signature(existing.KeySchema, existing.GlobalSecondaryIndexes, existing.StreamSpecification?.StreamEnabled);
  const { KeySchema, GlobalSecondaryIndexes, StreamSpecification } = createTableInput(table);
  if (found === signature(KeySchema, GlobalSecondaryIndexes, StreamSpecification?.StreamEnabled)) return;
  throw new StartProblem(
    `Table ${table.name} of this data folder has other keys or indexes than this version declares: choose another --data-dir, or remove it.`,
  );
};

type IndexKeys = Pick<GlobalSecondaryIndexDescription, 'IndexName' | 'KeySchema' | 'Projection'>;

const signature = (keys: readonly KeySchemaElement[] = [], indexes: readonly IndexKeys[] = [], hasStream = false): string => {
  const keyText = (schema: readonly KeySchemaElement[]) => schema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).sort();
  const carried = (projection: Projection | undefined) => [projection?.ProjectionType, ...(projection?.NonKeyAttributes ?? []).toSorted()];
  const indexText = indexes.map(({ IndexName, KeySchema = [], Projection }) =>
    [IndexName, ...keyText(KeySchema), ...carried(Projection)].join(),
  );
  return JSON.stringify([keyText(keys), indexText.sort(), hasStream]);
};

export const createTableInput = (table: TableDefinition): CreateTableCommandInput => ({
  TableName: tableName(table.name),
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: attributeDefinitions(table),
  KeySchema: keySchema(table),
  ...(table.indexes.length > 0 && { GlobalSecondaryIndexes: table.indexes.map(indexInput) }),
  ...(table.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
});

const indexInput = (index: IndexDefinition) => ({
  IndexName: index.name,
  KeySchema: keySchema(index),
  Projection:
    typeof index.projection === 'string'
      ? { ProjectionType: index.projection }
      : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.projection] },
});

const keySchema = (keys: { readonly partitionKey: string; readonly sortKey?: string }): KeySchemaElement[] => [
  { AttributeName: keys.partitionKey, KeyType: 'HASH' },
  ...(keys.sortKey === undefined ? [] : [{ AttributeName: keys.sortKey, KeyType: 'RANGE' as const }]),
];

/** DynamoDB wants exactly the attributes that some key uses, each once, and refuses any other. */
const attributeDefinitions = (table: TableDefinition): AttributeDefinition[] => {
  const names = new Set([table, ...table.indexes].flatMap(keySchema).flatMap(({ AttributeName }) => AttributeName ?? []));
  return [...names].map((name) => ({ AttributeName: name, AttributeType: table.numberKeys?.includes(name) ? 'N' : 'S' }));
};
