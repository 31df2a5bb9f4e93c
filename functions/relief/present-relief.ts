import type { Relief } from '../../shared/domain/relief.ts';
import { writtenOff } from '../../shared/domain/write-off.ts';
import type { ReliefAnswer } from '../../shared/usecases/relief-effects.ts';
import { presentMoney } from '../http/present-money.ts';

/** What became of relief that was asked for. */
export function presentRelief(answer: ReliefAnswer, currency: string) {
  if (answer.status !== 'granted') return answer;
  return { status: answer.status, ...presentGranted(answer.relief, currency) };
}

export function presentGranted(relief: Relief, currency: string) {
  const { reliefId, kind, grantedOn, reason, endedOn } = relief;
  return { reliefId, kind, grantedOn, ...termsOf(relief, currency), ...(endedOn ? { endedOn } : {}), reason };
}

function termsOf(relief: Relief, currency: string) {
  const money = (amountMinor: number) => presentMoney({ amountMinor, currency });
  switch (relief.kind) {
    case 'deferral':
      return { installment: relief.installment, newDueOn: relief.newDueOn };
    case 'promise':
      return { promisedOn: relief.promisedOn, ...(relief.amountMinor === undefined ? {} : { amount: money(relief.amountMinor) }) };
    case 'hold':
      return { until: relief.until };
    case 'agreement':
      return { installments: relief.slices.map(({ dueOn, amountMinor }) => ({ dueOn, amount: money(amountMinor) })) };
    case 'writeOff':
      return {
        amount: money(writtenOff([relief])),
        writtenOff: relief.shares.map(({ installment, amountMinor }) => ({ installment, amount: money(amountMinor) })),
      };
  }
}
