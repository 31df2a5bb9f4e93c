import { type TableDefinition, tableVariable } from '../../shared/adapters/dynamodb/tables.ts';
import type { BeneficiaryAccount } from '../../shared/notices/notice-facts.ts';
import { METRIC_NAMESPACE } from '../../shared/ports/metrics.ts';
import { ENVIRONMENT_VARIABLES, type EnvironmentVariable } from '../declaration/environment.ts';
import { CHECKPOINT_GROUP, EVENT_BUS, functionArn, queueArn, REGION, roleArn, tableName, UPLOADS_BUCKET } from './arns.ts';

export interface Endpoints {
  readonly apiUrl: string;
  readonly dynamoDbUrl: string;
  readonly mailUrl: string;
  /** Scheduler, Lambda, EventBridge and S3. */
  readonly awsUrl: string;
}

/** undefined: not set, whatever the shell has. */
type Variables = Readonly<Record<string, string | undefined>>;

/** What a handler finds in its environment here: the declared variables, the tables, and where the SDK finds AWS. */
export const localEnvironment = (endpoints: Endpoints, tables: readonly TableDefinition[]): Variables => ({
  ...declaredVariables(endpoints),
  ...Object.fromEntries(tables.map(({ name }) => [tableVariable(name), tableName(name)])),
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDbUrl,
  AWS_ENDPOINT_URL_SES: endpoints.mailUrl,
  AWS_ENDPOINT_URL_SCHEDULER: endpoints.awsUrl,
  AWS_ENDPOINT_URL_LAMBDA: endpoints.awsUrl,
  AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.awsUrl,
  AWS_ENDPOINT_URL_S3: endpoints.awsUrl,
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: 'local', // never a person's own: requests stay on this machine, keys must, too
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_SESSION_TOKEN: undefined,
  AWS_PROFILE: undefined,
  POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'WARN',
  POWERTOOLS_METRICS_DISABLED: 'true',
  POWERTOOLS_METRICS_NAMESPACE: METRIC_NAMESPACE,
  POWERTOOLS_SERVICE_NAME: 'premium-control-local',
});

/** Nobody's: the examples of the IBAN registry. */
const EXAMPLE_ACCOUNTS: readonly BeneficiaryAccount[] = [
  { currency: 'UAH', name: 'Dnipro Insurance', iban: 'UA213223130000026007233566001', registryCode: '12345678' },
  { currency: 'EUR', name: 'Dnipro Insurance', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
];

/** Where a function is invoked: FUNCTION_ARN_SEND_NOTICE is send-notice's. */
type FunctionVariable = Extract<EnvironmentVariable, `FUNCTION_ARN_${string}`>;

const declaredVariables = ({ apiUrl }: Endpoints): Variables => ({
  ...Object.fromEntries(ENVIRONMENT_VARIABLES.filter(isFunctionVariable).map((variable) => [variable, functionArn(functionOf(variable))])),
  ...otherVariables(apiUrl),
});

const isFunctionVariable = (variable: EnvironmentVariable): variable is FunctionVariable => variable.startsWith('FUNCTION_ARN_');
const functionOf = (variable: FunctionVariable): string => variable.slice('FUNCTION_ARN_'.length).toLowerCase().replaceAll('_', '-');

const otherVariables = (apiUrl: string): Readonly<Record<Exclude<EnvironmentVariable, FunctionVariable>, string>> => ({
  CHECKPOINT_SCHEDULE_GROUP: CHECKPOINT_GROUP,
  CHECKPOINT_SCHEDULE_ROLE_ARN: roleArn('checkpoint-schedules'),
  CHECKPOINT_DEAD_LETTER_ARN: queueArn('checkpoint-dead-letters'),
  MAIL_FROM: 'premiums@insurer.example',
  MAIL_CONFIGURATION_SET: 'premium-control',
  EVENT_BUS_NAME: EVENT_BUS,
  DEFAULT_TIME_ZONE: 'Europe/Kyiv',
  DEFAULT_COUNTRY: 'UA',
  PUBLIC_URL: apiUrl,
  INSURER_NAME: 'Dnipro Insurance',
  BENEFICIARY_ACCOUNTS: JSON.stringify(EXAMPLE_ACCOUNTS),
  UPLOADS_BUCKET,
});

/** Sets the variables; the answer puts back what was there. */
export const setEnvironment = (variables: Variables): (() => void) => {
  const before = Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]));
  assign(variables);
  return () => assign(before);
};

const assign = (variables: Variables): void => {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
};
