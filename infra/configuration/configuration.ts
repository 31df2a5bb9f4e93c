import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import * as z from 'zod';
import { isCalendarCode } from '../../shared/domain/business-calendar.ts';
import { isTimeZone } from '../../shared/domain/zone.ts';
import { BeneficiaryAccounts } from './beneficiary-accounts.ts';

/** http only for a developer's own machine: Cognito too returns nobody to another address without TLS. */
const ORIGIN = /^(https:\/\/[^/\s*]+|http:\/\/localhost(:\d+)?)$/;

/**
 * Everything an operator may choose about a stage. The values stand in stages.ts; here is what each means and what is
 * refused, at synth, before anything is deployed.
 */
export const StageValues = z.strictObject({
  /** The AWS account the stage lives in: twelve digits. A deployment with another account's credentials is refused. */
  account: z.string().regex(/^\d{12}$/, 'must be the twelve digits of an AWS account'),

  /** The AWS region. SES, Scheduler and the tables all live there: take one that your data may lie in. */
  region: z.string().refine(isRegion, 'is not an AWS region, like eu-central-1'),

  /** How the insurer names itself in letters. */
  insurerName: z.string().trim().min(1, 'must not be empty').max(100, 'must have 100 characters at most'),

  /** The address letters come from. Verify it, or better its whole domain, in SES: nothing else can be sent from. */
  mailFrom: z.email('must be an e-mail address'),

  /** Where premiums are paid to, one account a currency: letters show it, with a code to scan. None: letters give the reference only. */
  beneficiaryAccounts: BeneficiaryAccounts,

  /** Who is told when an alarm rings. The address gets one letter that asks to confirm: until it is, nobody is told. */
  alarmAddress: z.email('must be an e-mail address'),

  /** Where people's applications are served: they may call the API from a browser, and people return there after signing in. */
  allowedOrigins: z.array(z.string().regex(ORIGIN, 'must be https://host, without a path')).min(1, 'must name at least one origin'),

  /** Time zone of a policy that names none: an IANA name. Reminders go at the local morning. */
  defaultTimeZone: z.string().refine(isTimeZone, 'is not a time zone, like Europe/Kyiv'),

  /** Whose holidays count when business days are counted. */
  defaultCountry: z.string().refine(isCalendarCode, 'has no business calendar: take UA, PL, DE or GB'),

  /** How long logs are kept. They hold no names, but they say who called what and when. */
  logRetentionDays: z.number().refine(isLogRetention, `must be one that CloudWatch knows: ${retentions().join(', ')}`),

  /** How far back the tables can be restored to any second. */
  recoveryDays: z.int().min(1, 'must be 1 to 35').max(35, 'must be 1 to 35'),

  /** true: the stack and its tables refuse to be deleted, and the data outlives the stack. false only where the data is made up. */
  protectData: z.boolean(),

  /** true: tables, queues and logs are encrypted by a key of your own, rotated yearly. false: by keys that AWS keeps. */
  customerManagedKeys: z.boolean(),

  /** What all callers together may send; above it 429. A bank's night batch should fit: 100,000 payments at 200 a second take 8⅓ minutes. */
  requestsPerSecond: z.int().min(1, 'must be 1 to 10000').max(10_000, 'must be 1 to 10000'),
});

export type StageValues = z.infer<typeof StageValues>;

export type Configuration = Readonly<StageValues> & { readonly stage: string };

function isRegion(text: string): boolean {
  return RegionInfo.regions.some(({ name }) => name === text);
}

function isLogRetention(days: number): boolean {
  return retentions().includes(days);
}

/** Infinity is CDK's word for "for ever" (9999): personal data must end. */
function retentions(): readonly number[] {
  return Object.values(RetentionDays).filter((value) => typeof value === 'number' && value !== RetentionDays.INFINITE);
}
