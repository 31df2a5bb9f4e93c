import { TABLES, type TableName, tableVariable } from './tables.ts';

export type TableNames = Readonly<Record<TableName, string>>;

/** Physical table names by our names, from TABLE_… variables. A table this function was not given stays '' and AWS refuses it. */
export function tableNames(environment: Readonly<Record<string, string | undefined>>): TableNames {
  const entries = TABLES.map(({ name }) => [name, environment[tableVariable(name)] ?? ''] as const);
  return Object.fromEntries(entries) as TableNames; // every name of the union is in TABLES: its type says so
}
