import { type TableNames, tableNames } from '../../shared/adapters/dynamodb/table-names.ts';

/** The environment of a function, parsed once at the cold start. What a function was not given is '' and refused by AWS. */
export interface Environment {
  readonly tables: TableNames;
  readonly checkpoints: { readonly group: string; readonly roleArn: string; readonly deadLetterArn: string; readonly functionArn: string };
  readonly sendNoticeArn: string;
  readonly relayIntentsArn: string;
  readonly auditArn: string;
  readonly reassessArn: string;
  readonly reclassifyArn: string;
  readonly importStatementArn: string;
  readonly uploadsBucket: string;
  readonly mail: { readonly from: string; readonly configurationSet: string };
  readonly insurerName: string;
  /** JSON, read by who writes letters. */
  readonly beneficiaryAccounts: string;
  readonly eventBus: string;
  readonly defaultTimeZone: string;
  readonly publicUrl: string;
  readonly defaultCountry: string;
}

export function environment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const get = (name: string) => variables[name] ?? '';
  return {
    tables: tableNames(variables),
    checkpoints: {
      group: get('CHECKPOINT_SCHEDULE_GROUP'),
      roleArn: get('CHECKPOINT_SCHEDULE_ROLE_ARN'),
      deadLetterArn: get('CHECKPOINT_DEAD_LETTER_ARN'),
      functionArn: get('FUNCTION_ARN_RUN_CHECKPOINT'),
    },
    sendNoticeArn: get('FUNCTION_ARN_SEND_NOTICE'),
    relayIntentsArn: get('FUNCTION_ARN_RELAY_INTENTS'),
    auditArn: get('FUNCTION_ARN_AUDIT'),
    reassessArn: get('FUNCTION_ARN_REASSESS'),
    reclassifyArn: get('FUNCTION_ARN_RECLASSIFY'),
    importStatementArn: get('FUNCTION_ARN_IMPORT_STATEMENT'),
    uploadsBucket: get('UPLOADS_BUCKET'),
    mail: { from: get('MAIL_FROM'), configurationSet: get('MAIL_CONFIGURATION_SET') },
    insurerName: get('INSURER_NAME'),
    beneficiaryAccounts: variables['BENEFICIARY_ACCOUNTS'] ?? '[]',
    eventBus: get('EVENT_BUS_NAME'),
    defaultTimeZone: get('DEFAULT_TIME_ZONE'),
    publicUrl: get('PUBLIC_URL'),
    defaultCountry: get('DEFAULT_COUNTRY'),
  };
}
