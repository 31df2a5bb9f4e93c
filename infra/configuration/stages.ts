import type { StageValues } from './configuration.ts';

/**
 * One entry a stage, chosen with `-c stage=<name>`; see configuration.ts for what each value means. To make a stage yours,
 * set the first seven of it. The name is part of every name in AWS.
 */
export const STAGES: Readonly<Record<string, StageValues>> = {
  prod: {
    account: '111122223333',
    region: 'eu-central-1',
    insurerName: 'Example Insurance',
    mailFrom: 'premiums@insurer.example',
    beneficiaryAccounts: [],
    alarmAddress: 'operations@insurer.example',
    allowedOrigins: ['https://premiums.insurer.example'],
    defaultTimeZone: 'Europe/Kyiv',
    defaultCountry: 'UA',
    logRetentionDays: 365,
    recoveryDays: 35,
    protectData: true,
    customerManagedKeys: true,
    requestsPerSecond: 200,
  },
  dev: {
    account: '111122223333',
    region: 'eu-central-1',
    insurerName: 'Example Insurance',
    mailFrom: 'premiums-dev@insurer.example',
    beneficiaryAccounts: [
      { currency: 'UAH', name: 'Example Insurance', iban: 'UA213223130000026007233566001', registryCode: '12345678' },
      { currency: 'EUR', name: 'Example Insurance', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
    ],
    alarmAddress: 'developers@insurer.example',
    allowedOrigins: ['http://localhost:5173'],
    defaultTimeZone: 'Europe/Kyiv',
    defaultCountry: 'UA',
    logRetentionDays: 14,
    recoveryDays: 1,
    protectData: false,
    customerManagedKeys: false,
    requestsPerSecond: 50,
  },
};
