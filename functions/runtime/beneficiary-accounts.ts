import * as z from 'zod/mini';
import type { BeneficiaryAccount } from '../../shared/notices/notice-facts.ts';

const accounts = z.array(
  z.object({
    currency: z.string(),
    name: z.string(),
    iban: z.string(),
    bic: z.exactOptional(z.string()),
    registryCode: z.exactOptional(z.string()),
  }),
);

/** The variable BENEFICIARY_ACCOUNTS. What is in it was checked when the stage was configured. */
export const readBeneficiaryAccounts = (json: string): readonly BeneficiaryAccount[] => accounts.parse(JSON.parse(json));
