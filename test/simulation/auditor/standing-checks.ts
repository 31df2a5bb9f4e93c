import type { ApiAnswer } from '../engine/caller.ts';
import type { Books } from './books.ts';
import { moneyIn } from './credit-checks.ts';
import { type Report, told } from './finding.ts';
import { isPastDue, type OwnInstallment, owed, ownStanding } from './own-standing.ts';

interface Shown {
  readonly status: string;
  readonly standing: Readonly<Record<string, { readonly amount: string } | number | string>>;
  readonly installments: readonly {
    readonly number: number;
    readonly covered: Money;
    readonly outstanding: Money;
    readonly daysPastDue: number;
    readonly status: string;
  }[];
}

interface Money {
  readonly amount: string;
}

/** 3 and 4: what a policy shows is what its payments, counted anew, come to. */
export function checkShownPolicy({ body, request }: ApiAnswer, books: Books, today: string, report: Report): void {
  const policyNumber = request.path?.['policyNumber'] ?? '';
  const policy = books.policies.get(policyNumber);
  if (!policy) {
    report(4, `${policyNumber} is shown and not stored`);
    return;
  }
  const own = ownStanding(policy, books.moneyOf(policyNumber), today);
  const shown = body as Shown;
  const received = books.appliedTo(policyNumber).reduce((sum, p) => sum + BigInt(Number(p['amountMinor'])), 0n);
  const left = moneyIn(books.moneyOf(policyNumber));
  const covered = own.reduce((sum, i) => sum + i.covered, 0n);
  const mine = {
    received,
    excessCredit: left > covered ? left - covered : 0n,
    outstanding: own.reduce((sum, i) => sum + owed(i), 0n),
    pastDue: own.filter(isPastDue).reduce((sum, i) => sum + owed(i), 0n),
  };
  for (const [name, value] of Object.entries(mine)) {
    const theirs = minor(shown.standing[name] as Money);
    if (theirs !== value)
      report(name === 'received' || name === 'excessCredit' ? 2 : 4, `${policyNumber} shows ${name} ${theirs}, it is ${value}`);
  }
  const replaced = 0n; // by an agreement, before anything was paid for it: it is not shown any more
  for (const installment of own) if (installment.amount > replaced) checkShownInstallment(policyNumber, installment, shown, report);
  if (shown.status !== books.accounts.get(policyNumber)?.['status']) report(4, `${policyNumber} shows ${shown.status}`);
}

function checkShownInstallment(policyNumber: string, own: OwnInstallment, { installments }: Shown, report: Report): void {
  const theirs = installments.find((i) => i.number === own.number);
  const days = isPastDue(own) ? own.lateDays : 0;
  const isSame = theirs && minor(theirs.covered) === own.covered && minor(theirs.outstanding) === owed(own) && theirs.daysPastDue === days;
  if (!isSame) report(4, `${policyNumber}/${own.number} shows ${told(theirs)}, it is ${told(own)}`);
}

const minor = ({ amount }: Money): bigint => BigInt(amount.replace('.', ''));
