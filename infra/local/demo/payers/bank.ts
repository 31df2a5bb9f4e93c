import * as z from 'zod';
import type { LocalDate } from '../../../../shared/domain/local-date.ts';
import { PAYMENT } from '../api/answers.ts';
import type { Api } from '../api/api.ts';
import { atMost } from '../at-most.ts';
import { inBody } from '../portfolio/plans.ts';
import type { Transfer } from './transfers.ts';

/** A payment as the bank reported it: what was meant, and what was answered each time. */
export interface Receipt {
  readonly paymentId: string;
  readonly transfer: Transfer;
  readonly answers: readonly BankAnswer[];
}

export interface BankAnswer {
  readonly httpStatus: number;
  readonly outcome: Outcome;
}

const OUTCOME = z.enum(['applied', 'unknownPolicy', 'currencyMismatch', 'policyClosed', 'unknownInstallment', 'reversed']);
type Outcome = z.output<typeof OUTCOME>;

/** Reports what came in, entry by entry. Each has an id of the bank's own, so that it may be sent again. */
export interface Bank {
  /** Ids follow the order given: with one seed they are the same each time. */
  report(on: LocalDate, transfers: readonly Transfer[]): Promise<void>;
  /** Sends again what is to be sent again on that day. */
  resend(on: LocalDate): Promise<void>;
  receipts(): readonly Receipt[];
}

const AT_ONCE = 8;

export const openBank = (api: Api): Bank => {
  const receipts = new Map<string, Receipt>();

  const send = async (paymentId: string, transfer: Transfer): Promise<void> => {
    const { status, body } = await api.post('/payments', entryOf(paymentId, transfer));
    const { status: became, reason } = PAYMENT.parse(body);
    const answers = [...(receipts.get(paymentId)?.answers ?? []), { httpStatus: status, outcome: OUTCOME.parse(reason ?? became) }];
    receipts.set(paymentId, { paymentId, transfer, answers });
  };

  return {
    report: (on, transfers) => atMost(AT_ONCE, [...transfers.entries()], ([index, transfer]) => send(idOf(on, index + 1), transfer)),
    resend: (on) => {
      const again = [...receipts.values()].filter(({ transfer }) => transfer.resentOn === on);
      return atMost(AT_ONCE, again, ({ paymentId, transfer }) => send(paymentId, transfer));
    },
    receipts: () => [...receipts.values()],
  };
};

/** 'bank-20270322-0003'. */
const idOf = (on: LocalDate, number: number): string => `bank-${on.replaceAll('-', '')}-${String(number).padStart(4, '0')}`;

const entryOf = (paymentId: string, { on, policyNumber, money, payer, reference, installment }: Transfer) => ({
  paymentId,
  policyNumber,
  amount: inBody(money),
  receivedOn: on,
  payer,
  reference,
  ...(installment === undefined ? {} : { installment }),
});
