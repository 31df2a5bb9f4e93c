import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { TABLES, type TableName } from '../../shared/adapters/dynamodb/tables.ts';
import { aliasArn } from './function-arn.ts';
import type { Parts } from './parts.ts';
import type { Reach, TableArns } from './permissions.ts';

/** The ARNs that permissions name. */
export function reachOf({ scope, configuration, ledger, checkpoints, notices, events, uploads, queues }: Parts): Reach {
  return {
    table: (name) => tableArns(name, ledger.table(name)),
    alias: (name) => aliasArn(scope, configuration.stage, name),
    checkpointSchedules: checkpoints.scheduleArns,
    scheduleRole: checkpoints.role.roleArn,
    mail: { from: configuration.mailFrom, identities: notices.identityArns, configurationSet: notices.configurationSetArn },
    eventBus: events.eventBusArn,
    uploads: uploads.objectArns,
    outboxStream: ledger.outboxStream,
    outboxDeadLetters: queues.outbox.queueArn,
    failedInvocations: queues.invocations.queueArn,
  };
}

/** Every index by its name: `index/*` would take in those that are yet to come. */
function tableArns(name: TableName, { tableArn }: Table): TableArns {
  const indexes = TABLES.find((table) => table.name === name)?.indexes ?? [];
  return { table: tableArn, indexes: indexes.map((index) => `${tableArn}/index/${index.name}`) };
}
