import type { Money } from '../../shared/domain/money.ts';
import type { StoredPayment } from '../../shared/domain/payment.ts';
import type { SplitPart } from '../../shared/usecases/split-payment.ts';
import { badRequest } from '../http/problem.ts';

type Part = { readonly policyNumber: string; readonly amount: Money; readonly installment?: number | undefined };

/** The parts in the payment's currency, which is the only one they can have. */
export const partsIn = (parts: readonly Part[], payment: StoredPayment | undefined): readonly SplitPart[] =>
  parts.map(({ policyNumber, amount, installment }, index) => {
    if (payment && amount.currency !== payment.currency) {
      const detail = `must be the currency of the payment, ${payment.currency}`;
      throw badRequest('INVALID_REQUEST', detail, [{ pointer: `/parts/${index}/amount/currency`, detail }]);
    }
    return { policyNumber, amountMinor: amount.amountMinor, ...(installment === undefined ? {} : { installment }) };
  });
