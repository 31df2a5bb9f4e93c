/** Names and ARNs of the local account: every AWS endpoint here and every variable a handler reads agree on them. */
export const REGION = 'eu-central-1';
export const ACCOUNT = '000000000000';
const PREFIX = 'premium-control';

export const functionFullName = (name: string): string => `${PREFIX}-${name}`;

/** Of the alias, as callers get it: they never invoke $LATEST. */
export const functionArn = (name: string): string => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${functionFullName(name)}:live`;

/** The declared name behind an ARN, a full name or the name itself, each with or without an alias: …:function:premium-control-watchdog:live → watchdog. */
export const functionNameOf = (nameOrArn: string): string => {
  const [, afterFunction = nameOrArn] = /:function:(.+)$/.exec(nameOrArn) ?? [];
  const [fullName = ''] = afterFunction.split(':');
  return fullName.startsWith(`${PREFIX}-`) ? fullName.slice(PREFIX.length + 1) : fullName;
};

export const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${PREFIX}-${name}`;
export const queueArn = (name: string): string => `arn:aws:sqs:${REGION}:${ACCOUNT}:${PREFIX}-${name}`;
export const scheduleArn = (groupName: string, name: string): string =>
  `arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule/${groupName}/${name}`;
export const scheduleGroupArn = (name: string): string => `arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule-group/${name}`;

export const CHECKPOINT_GROUP = `${PREFIX}-checkpoints`;
export const RECURRING_GROUP = `${PREFIX}-recurring`;
export const EVENT_BUS = `${PREFIX}`;
export const UPLOADS_BUCKET = `${PREFIX}-uploads`;
export const tableName = (name: string): string => `${PREFIX}-${name.toLowerCase()}`;
export const configurationSetArn = `arn:aws:ses:${REGION}:${ACCOUNT}:configuration-set/${PREFIX}`;
