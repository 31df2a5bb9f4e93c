import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type IndexDefinition, TABLES, type TableDefinition, type TableName } from '../../shared/adapters/dynamodb/tables.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Encryption } from './encryption.ts';

export interface LedgerProps {
  readonly configuration: Configuration;
  readonly encryption: Encryption;
}

/** What is written there stands for ever: a decision must be explainable years later. */
const APPEND_ONLY: readonly TableName[] = ['Journal'];

/** Every declared table: on demand, restorable to any second, encrypted; with real data, refusing to be deleted. */
export class Ledger extends Construct {
  private readonly tables: ReadonlyMap<TableName, Table>;

  constructor(scope: Construct, id: string, props: LedgerProps) {
    super(scope, id);
    this.tables = new Map(TABLES.map((definition) => [definition.name, this.create(definition, props)]));
  }

  table(name: TableName): Table {
    const table = this.tables.get(name);
    if (!table) throw new Error(`table ${name} is not in shared/adapters/dynamodb/tables.ts`);
    return table;
  }

  /** What leaves the system starts there. */
  get outboxStream(): string {
    const arn = this.table('Outbox').tableStreamArn;
    if (!arn) throw new Error('the Outbox is declared without its stream');
    return arn;
  }

  private create(definition: TableDefinition, { configuration, encryption }: LedgerProps): Table {
    const { protectData, recoveryDays } = configuration;
    const table = new Table(this, definition.name, {
      ...keys(definition, definition),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: recoveryDays },
      deletionProtection: protectData,
      removalPolicy: protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...encryption.ofTables,
      ...(definition.stream ? { stream: StreamViewType.NEW_IMAGE } : {}),
      ...(APPEND_ONLY.includes(definition.name) ? { resourcePolicy: appendOnly() } : {}),
    });
    for (const index of definition.indexes) {
      table.addGlobalSecondaryIndex({ indexName: index.name, ...keys(index, definition), ...projection(index) });
    }
    return table;
  }
}

type Keys = Pick<TableDefinition, 'partitionKey' | 'sortKey'>;

function keys(
  { partitionKey, sortKey }: Keys,
  { numberKeys = [] }: TableDefinition,
): Pick<TableProps, 'partitionKey' | 'sortKey'> & { readonly partitionKey: Key } {
  const key = (name: string): Key => ({ name, type: numberKeys.includes(name) ? AttributeType.NUMBER : AttributeType.STRING });
  return { partitionKey: key(partitionKey), ...(sortKey ? { sortKey: key(sortKey) } : {}) };
}

interface Key {
  readonly name: string;
  readonly type: AttributeType;
}

function projection({ projection }: IndexDefinition) {
  if (projection === 'ALL') return { projectionType: ProjectionType.ALL };
  if (projection === 'KEYS_ONLY') return { projectionType: ProjectionType.KEYS_ONLY };
  return { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projection] };
}

/**
 * Nobody changes or deletes an entry, whatever his own role allows: a mistake in a permission elsewhere can't rewrite history.
 * In a policy on a table `*` means this table.
 */
function appendOnly(): PolicyDocument {
  const actions = ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLUpdate', 'PartiQLDelete'].map((action) => `dynamodb:${action}`);
  return new PolicyDocument({
    statements: [
      new PolicyStatement({ sid: 'AppendOnly', effect: Effect.DENY, principals: [new AnyPrincipal()], actions, resources: ['*'] }),
    ],
  });
}
