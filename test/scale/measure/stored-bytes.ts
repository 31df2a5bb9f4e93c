import { TABLES, type TableDefinition } from '../../../shared/adapters/dynamodb/tables.ts';
import type { Database } from '../../bench/metered/database.ts';
import type { Item } from '../../support/simulated-aws/dynamodb/values/attribute-value.ts';
import { sizeOfItem } from '../../support/simulated-aws/dynamodb/values/item-size.ts';

/** DynamoDB charges 100 bytes more for each item, in a table and in an index. */
const OVERHEAD = 100;

/** What a small database holds, as it is charged: items, and again those that an index projects whole. Other entries are keys: overhead alone. */
export async function storedBytes(database: Database): Promise<number> {
  const sizes = await Promise.all(TABLES.map(async (table) => sizeOfTable(table, await itemsOf(database, table.name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function itemsOf(database: Database, TableName: string): Promise<readonly Item[]> {
  const { body } = await database.handle('Scan', { TableName });
  const page = JSON.parse(body) as { readonly Items: readonly Item[]; readonly LastEvaluatedKey?: unknown };
  if (page.LastEvaluatedKey) throw new Error(`${TableName} is more than a page: this is for small databases`);
  return page.Items;
}

const sizeOfTable = ({ indexes }: TableDefinition, items: readonly Item[]): number =>
  items.reduce((sum, item) => {
    const size = sizeOfItem(item) + OVERHEAD;
    const indexed = indexes.filter(({ partitionKey }) => partitionKey in item);
    return sum + size + indexed.reduce((more, { projection }) => more + (projection === 'ALL' ? size : OVERHEAD), 0);
  }, 0);
