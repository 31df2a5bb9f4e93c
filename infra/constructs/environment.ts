import { TABLES, tableVariable } from '../../shared/adapters/dynamodb/tables.ts';
import { METRIC_NAMESPACE } from '../../shared/ports/metrics.ts';
import type { EnvironmentVariable } from '../declaration/environment.ts';
import { aliasArn } from './function-arn.ts';
import type { Parts } from './parts.ts';

/**
 * The environment every function gets. All get all of it: a name is not a permission, and one environment is easier to trust
 * than one a function. About 2 KB of Lambda's 4.
 */
export function environmentOf(parts: Parts): Readonly<Record<string, string>> {
  const tables = TABLES.map(({ name }) => [tableVariable(name), parts.ledger.table(name).tableName] as const);
  return {
    ...declared(parts),
    ...Object.fromEntries(tables),
    NODE_OPTIONS: '--enable-source-maps',
    POWERTOOLS_METRICS_NAMESPACE: METRIC_NAMESPACE,
    POWERTOOLS_SERVICE_NAME: serviceName(parts.configuration.stage),
  };
}

/** The `service` dimension of every metric: stages that share an account must not ring each other's alarms. */
export const serviceName = (stage: string): string => `premium-control-${stage}`;

function declared({
  scope,
  configuration,
  checkpoints,
  notices,
  events,
  api,
  queues,
}: Parts): Readonly<Record<EnvironmentVariable, string>> {
  const { stage, insurerName, mailFrom, defaultTimeZone, defaultCountry } = configuration;
  return {
    CHECKPOINT_SCHEDULE_GROUP: checkpoints.groupName,
    CHECKPOINT_SCHEDULE_ROLE_ARN: checkpoints.role.roleArn,
    CHECKPOINT_DEAD_LETTER_ARN: queues.firings.queueArn,
    FUNCTION_ARN_RUN_CHECKPOINT: aliasArn(scope, stage, 'run-checkpoint'),
    FUNCTION_ARN_SEND_NOTICE: aliasArn(scope, stage, 'send-notice'),
    FUNCTION_ARN_PUBLISH_EVENT: aliasArn(scope, stage, 'publish-event'),
    FUNCTION_ARN_AUDIT: aliasArn(scope, stage, 'audit'),
    MAIL_FROM: mailFrom,
    MAIL_CONFIGURATION_SET: notices.configurationSetName,
    EVENT_BUS_NAME: events.eventBusName,
    DEFAULT_TIME_ZONE: defaultTimeZone,
    DEFAULT_COUNTRY: defaultCountry,
    PUBLIC_URL: api.url,
    INSURER_NAME: insurerName,
  };
}
