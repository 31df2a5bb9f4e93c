import { clientItem } from '../../shared/adapters/dynamodb/client-items.ts';
import type { TableNames } from '../../shared/adapters/dynamodb/table-names.ts';
import { localDate } from '../../shared/domain/local-date.ts';
import type { StoredPayment } from '../../shared/domain/payment.ts';
import { cellCounts, cellOf } from '../../shared/domain/significance/cells.ts';
import type { ClassifiedClient } from '../../shared/domain/significance/classified-client.ts';
import { classify } from '../../shared/domain/significance/classify.ts';
import { policyFactsOf } from '../../shared/domain/significance/policy-facts.ts';
import { BUILT_IN_MODEL } from '../../shared/domain/significance/published-model.ts';
import { portfolioResults } from '../../shared/domain/significance/results.ts';
import { installmentsOf, policyOf } from '../support/policies.ts';
import { portfolioItems } from '../support/portfolio-items.ts';
import { clientFacts } from '../support/significance-world.ts';

const AT = '2026-11-22T08:00:00.000Z';
const TODAY = localDate('2026-11-22');
const INSTALLMENTS = installmentsOf('2026-03-01: 75000000', '2026-06-01: 75000000', '2026-09-01: 75000000', '2026-12-01: 75000000');
const PAID_ON = ['2026-02-27', '2026-05-28', '2026-09-04']; // the third one late

/** One client in ten was assessed before his policy was paid: the first reassessment moves him. */
const isBehind = (index: number): boolean => index % 10 === 0;

/** A client with a policy of four installments and three payments, as a portfolio has them; classified, as PUT does. */
export function benchClient(index: number, tables: TableNames) {
  const clientId = `BENCH-${index}`;
  const policyNumber = `BENCH-POLICY-${index}`;
  const policy = policyOf({ policyNumber, clientId, installments: INSTALLMENTS, coverFrom: localDate('2026-03-01') });
  const payments = PAID_ON.map((receivedOn, n) => paid(policyNumber, receivedOn, n));
  const account = { status: 'active' } as const;
  const facts = policyFactsOf({ policy, account, payments: isBehind(index) ? [] : payments, credits: [] });
  const potential = { annualRevenue: { amountMinor: (index % 1200) * 1_000_000_00, currency: 'UAH' } };
  const classified = classify(BUILT_IN_MODEL, {
    facts: { given: potential, results: portfolioResults([facts], TODAY) },
    held: undefined,
    occasion: { kind: 'change' },
    at: AT,
    by: 'bench',
  });
  const significance = classified ? { significance: classified.significance } : {};
  const client: ClassifiedClient = { ...clientFacts(clientId, potential), ...significance, version: 1 };
  return { client, items: { [tables.Clients]: [clientItem(client)], ...portfolioItems({ policy, payments }, tables) } };
}

const paid = (policyNumber: string, receivedOn: string, n: number): StoredPayment => ({
  paymentId: `${policyNumber}-${n}`,
  policyNumber,
  amountMinor: 750_000_00,
  currency: 'UAH',
  receivedOn: localDate(receivedOn),
  recordedAt: `${receivedOn}T10:00:00.000Z`,
  by: 'bench',
  status: 'applied',
});

/** What the counters are when these clients are there. */
export function cellsOf(clients: readonly ClassifiedClient[]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  cellCounts((cell) => {
    counted[cell] = clients.filter((client) => cellOf(client) === cell).length;
    return 0;
  });
  return counted;
}
