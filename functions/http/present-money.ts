import { formatAmount, type Money } from '../../shared/domain/money.ts';

export const presentMoney = (money: Money): { readonly amount: string; readonly currency: string } => ({
  amount: formatAmount(money),
  currency: money.currency,
});
