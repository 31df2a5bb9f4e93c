import type { Installment } from './installment-plan.ts';

export interface AllocatedPayment {
  readonly paymentId: string;
  readonly amountMinor: number;
  readonly installment?: number;
}

export interface Allocation {
  readonly allocations: readonly { readonly installment: number; readonly amountMinor: number }[];
  readonly excessMinor: number;
}

/**
 * Which payment covers which installment. The counters say how much of each installment is covered; this tells it by
 * payment, in the order given (as they were recorded): what was directed goes first, then each fills the oldest open.
 * Added up over the payments it is the coverage of the counters, to the cent.
 *
 * 100, 100 due; P1 150, P2 80 for no. 2 → P1: 100 to no. 1, 20 to no. 2, excess 30; P2: 80 to no. 2.
 */
export function allocate(installments: readonly Installment[], payments: readonly AllocatedPayment[]): ReadonlyMap<string, Allocation> {
  const open = new Map(installments.map((i) => [i.number, i.amountMinor]));
  const order = installments.map((i) => i.number);
  const shares = new Map(payments.map((p) => [p.paymentId, new Map<number, number>()]));
  const rest = new Map(payments.map((p) => [p.paymentId, p.amountMinor]));
  const take = (paymentId: string, installment: number) => {
    const amount = Math.min(open.get(installment) ?? 0, rest.get(paymentId) ?? 0);
    if (amount === 0) return;
    open.set(installment, (open.get(installment) ?? 0) - amount);
    rest.set(paymentId, (rest.get(paymentId) ?? 0) - amount);
    const share = shares.get(paymentId);
    share?.set(installment, (share.get(installment) ?? 0) + amount);
  };
  for (const payment of payments) if (payment.installment) take(payment.paymentId, payment.installment);
  for (const payment of payments) for (const number of order) take(payment.paymentId, number);
  return new Map(
    payments.map(({ paymentId }) => {
      const byInstallment = [...(shares.get(paymentId) ?? [])].toSorted(([a], [b]) => a - b);
      return [
        paymentId,
        {
          allocations: byInstallment.map(([installment, amountMinor]) => ({ installment, amountMinor })),
          excessMinor: rest.get(paymentId) ?? 0,
        },
      ];
    }),
  );
}
