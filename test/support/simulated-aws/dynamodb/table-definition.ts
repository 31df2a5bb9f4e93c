import type { TableDefinition as DeclaredTable } from '../../../../shared/adapters/dynamodb/tables.ts';

export type { IndexDefinition } from '../../../../shared/adapters/dynamodb/tables.ts';

/** The product's table declaration, under any name: contract tests bring tables of their own. */
export type TableDefinition = Omit<DeclaredTable, 'name'> & { readonly name: string };
