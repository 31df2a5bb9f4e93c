/** What a simulated table, an emulated table and a deployed table have in common. Key attributes are strings unless `numberKeys` names them. */
export type TableDefinition = {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly numberKeys?: readonly string[];
  readonly stream?: boolean;
  readonly indexes: readonly IndexDefinition[];
};

export type IndexDefinition = {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly projection: 'ALL' | 'KEYS_ONLY' | readonly string[];
};
