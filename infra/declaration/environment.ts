/**
 * Environment of every function, beside one TABLE_… variable a table (shared/adapters/dynamodb/tables.ts).
 * CDK fills it with the stack's names, the local cloud with its own; functions/runtime/environment.ts parses it.
 * AWS_ENDPOINT_URL_DYNAMODB/_SES/_SCHEDULER/_LAMBDA/_EVENTBRIDGE/_S3 are read by the SDK itself and set only locally.
 */
export const ENVIRONMENT_VARIABLES = [
  'CHECKPOINT_SCHEDULE_GROUP', // EventBridge Scheduler group of the one-time schedules
  'CHECKPOINT_SCHEDULE_ROLE_ARN', // role the Scheduler assumes to invoke run-checkpoint
  'CHECKPOINT_DEAD_LETTER_ARN', // SQS queue for firings that could not be delivered
  'FUNCTION_ARN_RUN_CHECKPOINT', // alias ARN
  'FUNCTION_ARN_SEND_NOTICE',
  'FUNCTION_ARN_RELAY_INTENTS',
  'FUNCTION_ARN_AUDIT',
  'FUNCTION_ARN_REASSESS',
  'FUNCTION_ARN_RECLASSIFY',
  'FUNCTION_ARN_IMPORT_STATEMENT',
  'UPLOADS_BUCKET', // S3 bucket that bank files are uploaded to
  'MAIL_FROM', // verified SES identity
  'MAIL_CONFIGURATION_SET',
  'EVENT_BUS_NAME',
  'DEFAULT_TIME_ZONE',
  'DEFAULT_COUNTRY', // business calendar where a policy names none
  'PUBLIC_URL', // base of links in mail
  'INSURER_NAME', // how the insurer names itself in messages
  'BENEFICIARY_ACCOUNTS', // JSON: where premiums are paid to, by currency
] as const;

export type EnvironmentVariable = (typeof ENVIRONMENT_VARIABLES)[number];
