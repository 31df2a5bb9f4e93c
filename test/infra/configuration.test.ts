import { expect, test } from 'vitest';
import { ConfigurationError, configurationOf } from '../../infra/configuration/configuration-of.ts';
import { STAGES } from '../../infra/configuration/stages.ts';

/** The example of the IBAN registry. */
const HRYVNIAS = { currency: 'UAH', name: 'Example Insurance', iban: 'UA213223130000026007233566001', registryCode: '12345678' };

test.each(Object.keys(STAGES))('stage %s as it stands in the repository is valid', (stage) => {
  expect(configurationOf(stage, STAGES)).toMatchObject({ stage });
});

test.each([
  [{ account: '1234' }, 'account "1234" must be the twelve digits of an AWS account'],
  [{ region: 'eu-centra-1' }, 'region "eu-centra-1" is not an AWS region, like eu-central-1'],
  [{ mailFrom: 'insurer.example' }, 'mailFrom "insurer.example" must be an e-mail address'],
  [{ alarmAddress: '' }, 'alarmAddress "" must be an e-mail address'],
  [{ allowedOrigins: [] }, 'allowedOrigins must name at least one origin'],
  [{ allowedOrigins: ['http://insurer.example'] }, 'allowedOrigins.0 "http://insurer.example" must be https://host, without a path'],
  [
    { allowedOrigins: ['https://insurer.example/app'] },
    'allowedOrigins.0 "https://insurer.example/app" must be https://host, without a path',
  ],
  [{ allowedOrigins: ['https://*'] }, 'allowedOrigins.0 "https://*" must be https://host, without a path'],
  [{ defaultTimeZone: '+02:00' }, 'defaultTimeZone "+02:00" is not a time zone, like Europe/Kyiv'],
  [{ defaultCountry: 'ZZ' }, 'defaultCountry "ZZ" has no business calendar: take UA, PL, DE or GB'],
  [
    { beneficiaryAccounts: [{ ...HRYVNIAS, currency: 'UAX' }] },
    'beneficiaryAccounts.0.currency "UAX" is not a currency of ISO 4217, like UAH',
  ],
  [
    { beneficiaryAccounts: [{ ...HRYVNIAS, iban: 'UA213223130000026007233566002' }] },
    'beneficiaryAccounts.0.iban "UA213223130000026007233566002" is not an IBAN: its checksum must be right, in capitals, without spaces',
  ],
  [{ beneficiaryAccounts: [{ ...HRYVNIAS, bic: 'DEUT' }] }, 'beneficiaryAccounts.0.bic "DEUT" is not a BIC, like DEUTDEFF'],
  [{ beneficiaryAccounts: [{ ...HRYVNIAS, registryCode: '1' }] }, 'beneficiaryAccounts.0.registryCode "1" must be 8 or 10 digits'],
  [{ beneficiaryAccounts: [{ ...HRYVNIAS, name: '' }] }, 'beneficiaryAccounts.0.name "" must not be empty'],
  [{ beneficiaryAccounts: [HRYVNIAS, HRYVNIAS] }, 'beneficiaryAccounts.1.currency "UAH" has an account already: one a currency'],
  [{ recoveryDays: 36 }, 'recoveryDays 36 must be 1 to 35'],
  [{ requestsPerSecond: 0 }, 'requestsPerSecond 0 must be 1 to 10000'],
  [{ protectData: undefined }, 'protectData Invalid input: expected boolean, received undefined'],
  [{ protectData: false }, 'protectData must be true, because the data is real'],
  [{ acount: '1' }, 'Unrecognized key: "acount"'],
])('%o is refused in one line that names the value', (wrong, line) => {
  const message = refusal('prod', { prod: { ...STAGES['prod'], ...wrong } });
  expect(message).toBe(`infra/configuration/stages.ts, prod: ${line}`);
});

test('logs are kept for a time that CloudWatch knows, and not for ever', () => {
  for (const logRetentionDays of [8, 9999]) {
    expect(refusal('prod', { prod: { ...STAGES['prod'], logRetentionDays } })).toContain(
      `logRetentionDays ${logRetentionDays} must be one that CloudWatch knows: 1, 3, 5`,
    );
  }
});

test('everything that is wrong comes in one go', () => {
  expect(refusal('prod', { prod: { ...STAGES['prod'], account: 'x', recoveryDays: 0 } })).toMatch(
    /^[^\n]*account "x"[^\n]*; recoveryDays 0[^\n]*$/,
  );
});

test.each([
  [undefined, 'stage "undefined" must be 2 to 10 small letters and digits: -c stage=prod'],
  ['Prod', 'stage "Prod" must be 2 to 10 small letters and digits: -c stage=prod'],
  ['test', 'stage "test" is not in infra/configuration/stages.ts, which has prod, dev'],
  ['constructor', 'stage "constructor" must be 2 to 10 small letters and digits: -c stage=prod'],
])('stage %s is refused', (stage, line) => {
  expect(refusal(stage, STAGES)).toBe(line);
});

function refusal(stage: unknown, stages: Readonly<Record<string, unknown>>): string {
  try {
    configurationOf(stage, stages);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return 'accepted';
}
