import type { StageValues } from './configuration.ts';

/**
 * One entry a stage, chosen with `-c stage=<name>`; see configuration.ts for what each value means. To make a stage yours,
 * set the first six of it. The name is part of every name in AWS.
 */
export const STAGES: Readonly<Record<string, StageValues>> = {
  prod: {
    account: '111122223333',
    region: 'eu-central-1',
    insurerName: 'Example Insurance',
    mailFrom: 'premiums@insurer.example',
    alarmAddress: 'operations@insurer.example',
    allowedOrigins: ['https://premiums.insurer.example'],
    defaultTimeZone: 'Europe/Kyiv',
    defaultCountry: 'UA',
    defaultCurrency: 'UAH',
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
    alarmAddress: 'developers@insurer.example',
    allowedOrigins: ['http://localhost:5173'],
    defaultTimeZone: 'Europe/Kyiv',
    defaultCountry: 'UA',
    defaultCurrency: 'UAH',
    logRetentionDays: 14,
    recoveryDays: 1,
    protectData: false,
    customerManagedKeys: false,
    requestsPerSecond: 50,
  },
};
