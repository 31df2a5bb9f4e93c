import { TABLES, tableVariable } from '../../shared/adapters/dynamodb/tables.ts';
import { METRIC_NAMESPACE } from '../../shared/ports/metrics.ts';
import { ENVIRONMENT_VARIABLES, type EnvironmentVariable } from '../declaration/environment.ts';
import { DECLARED_FUNCTIONS } from '../declared-functions.ts';
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
    ...Object.fromEntries([...functionArns(parts), ...tables]),
    NODE_OPTIONS: '--enable-source-maps',
    POWERTOOLS_METRICS_NAMESPACE: METRIC_NAMESPACE,
    POWERTOOLS_SERVICE_NAME: serviceName(parts.configuration.stage),
  };
}

/** The `service` dimension of every metric: stages that share an account must not ring each other's alarms. */
export const serviceName = (stage: string): string => `premium-control-${stage}`;

type FunctionArnVariable = Extract<EnvironmentVariable, `FUNCTION_ARN_${string}`>;

/** FUNCTION_ARN_RUN_CHECKPOINT → the alias of run-checkpoint. */
function functionArns({ scope, configuration }: Parts): readonly (readonly [string, string])[] {
  return ENVIRONMENT_VARIABLES.filter((variable): variable is FunctionArnVariable => variable.startsWith('FUNCTION_ARN_')).map(
    (variable) => {
      const wanted = variable.slice('FUNCTION_ARN_'.length).toLowerCase().replaceAll('_', '-');
      const fn = DECLARED_FUNCTIONS.find(({ name }) => name === wanted);
      if (!fn) throw new Error(`${variable} names function ${wanted}, which has no entry in infra/declaration/functions.ts`);
      return [variable, aliasArn(scope, configuration.stage, fn.name)];
    },
  );
}

function declared(parts: Parts): Readonly<Record<Exclude<EnvironmentVariable, FunctionArnVariable>, string>> {
  const { configuration, checkpoints, notices, events, api, uploads, queues } = parts;
  return {
    CHECKPOINT_SCHEDULE_GROUP: checkpoints.groupName,
    CHECKPOINT_SCHEDULE_ROLE_ARN: checkpoints.role.roleArn,
    CHECKPOINT_DEAD_LETTER_ARN: queues.firings.queueArn,
    MAIL_FROM: configuration.mailFrom,
    MAIL_CONFIGURATION_SET: notices.configurationSetName,
    EVENT_BUS_NAME: events.eventBusName,
    DEFAULT_TIME_ZONE: configuration.defaultTimeZone,
    DEFAULT_COUNTRY: configuration.defaultCountry,
    PUBLIC_URL: api.url,
    UPLOADS_BUCKET: uploads.bucketName,
    INSURER_NAME: configuration.insurerName,
    BENEFICIARY_ACCOUNTS: JSON.stringify(configuration.beneficiaryAccounts),
  };
}
