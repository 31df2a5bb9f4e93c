import type { StoredPayment } from '../../domain/payment.ts';
import type { Item } from './item.ts';

/** Sparse: only money in suspense is in the index of suspense. */
export const SUSPENSE = 'suspense';

export const paymentItem = (payment: StoredPayment): Item =>
  payment.status === 'suspense' ? { ...payment, held: SUSPENSE } : { ...payment };

export function readPayment(item: Item): StoredPayment {
  const { held: _, ...payment } = item;
  return payment as unknown as StoredPayment;
}
