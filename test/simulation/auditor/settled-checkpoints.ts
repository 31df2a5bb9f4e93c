/** What the journal says of each installment's checkpoints, in the order in which it was said. */
export interface Settled {
  readonly code: string;
  readonly index: number;
  readonly outcome: string;
  /** Epoch ms. */
  readonly at: number;
  /** Letters to the policyholder that were written with it. */
  readonly noticeIds: readonly string[];
}

export class SettledCheckpoints {
  readonly #byInstallment = new Map<string, Settled[]>();
  readonly #restoredAt = new Map<string, number>();

  /** How each checkpoint ended last, by its place in the regulation. */
  of(policyNumber: string, installment: number): readonly Settled[] {
    return this.#byInstallment.get(`${policyNumber}/${installment}`) ?? [];
  }

  /** What comes after is forgotten: it is looked at again. */
  add(policyNumber: string, installment: number, settled: Settled): void {
    const kept = this.of(policyNumber, installment).filter((s) => s.index < settled.index);
    this.#byInstallment.set(`${policyNumber}/${installment}`, [...kept, settled]);
  }

  restored(policyNumber: string, at: number): void {
    this.#restoredAt.set(policyNumber, at);
  }

  restoredAt(policyNumber: string): number {
    return this.#restoredAt.get(policyNumber) ?? Number.NEGATIVE_INFINITY;
  }
}
