import type { Acceptance } from '../../support/simulated-aws/ses/memory-ses.ts';
import type { ApiAnswer, ApiRequest } from '../engine/caller.ts';
import type { Change, Item } from '../engine/change-feed.ts';
import type { GivenUp } from '../engine/dead-letters.ts';
import type { Outcome } from '../engine/invocation.ts';
import type { Metric } from '../engine/metric.ts';
import { Acceptances } from './acceptances.ts';
import { checkAdverse } from './adverse-checks.ts';
import { BankChecks } from './bank-checks.ts';
import { Books } from './books.ts';
import { checkSettlements } from './checkpoint-checks.ts';
import { checkClaim } from './claim-checks.ts';
import { checkFollows } from './conditions-checks.ts';
import { checkCreditCounters, checkCreditMove } from './credit-checks.ts';
import { DeadLetterChecks } from './dead-letter-checks.ts';
import { checkAtRest, type FinalFacts } from './final-checks.ts';
import type { Finding } from './finding.ts';
import { checkCounters, checkCoverage, checkPaymentAnswer, checkPaymentChange } from './money-checks.ts';
import { wallDate } from './own-dates.ts';
import { Processes } from './own-process.ts';
import { ownStanding } from './own-standing.ts';
import { checkReproduced } from './reproduction-checks.ts';
import { SettledCheckpoints } from './settled-checkpoints.ts';
import { Significance } from './significance.ts';
import { checkShownPolicy } from './standing-checks.ts';
import { Visibility } from './visibility-checks.ts';
import { checkGeneration, checkNext, isOpenStatus } from './wake-up-checks.ts';

const SKEW_MS = 5 * 60_000;

/**
 * Looks on while the system runs, recomputes what must be true by means of its own, and writes down what isn't. It shares no
 * code with the system: what both got wrong in the same way, nobody would see.
 */
export class Auditor {
  readonly findings: Finding[] = [];
  readonly #books = new Books();
  readonly #processes = new Processes();
  readonly #settled = new SettledCheckpoints();
  readonly #accepted = new Acceptances();
  readonly #significance = new Significance();
  readonly #visibility = new Visibility();
  readonly #bank = new BankChecks();
  readonly #letters = new DeadLetterChecks();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  onCommit(changes: readonly Change[]): void {
    for (const change of changes) this.#enter(change);
    this.#bank.observe(changes, this.#books, this.#report);
    for (const policyNumber of new Set(changes.flatMap(policiesOf))) this.#checkPolicy(policyNumber);
    for (const change of changes) {
      if (change.table === 'Notices') checkClaim(change, this.#books, (policy) => this.#processes.of(policy), this.#now(), this.#report);
      checkCreditMove(change, this.#books, this.#report);
      if (change.table === 'Journal' && change.after) this.#checkRecord(change.after, changes);
    }
  }

  /** All of a commit is entered before any of it is judged by what stands beside it. */
  #enter(change: Change): void {
    this.#books.enter(change);
    this.#visibility.observe(change, this.#now());
    this.#significance.observe(change, this.#now(), this.#report);
    if (change.table === 'Regulations' && change.after) this.#processes.learn(change.after);
    if (change.table === 'Payments') checkPaymentChange(change, this.#report);
    if (change.table === 'Policies') checkGeneration(change, this.#report);
  }

  /** Did SES take the letter? */
  isAccepted(noticeId: string): boolean {
    return this.#accepted.has(noticeId);
  }

  onAccepted(acceptance: Acceptance): void {
    this.#accepted.onAccepted(acceptance, this.#books, this.#report);
  }

  /** 11: what functions report is what there is. */
  onMetric(metric: Metric, runsSince: number): void {
    this.#visibility.hear(metric, runsSince, this.#books, this.#now(), this.#report);
    if (metric.name === 'BooksDifferences' && metric.value > 0) this.#report(2, `the system's own audit finds ${metric.value} differences`);
  }

  onUploaded(uploadId: string): void {
    this.#bank.onUploaded(uploadId);
  }

  onRan(key: string, outcome: Outcome): void {
    this.#letters.onRan(key, outcome);
  }

  onGivenUp(givenUp: GivenUp): void {
    this.#letters.onGivenUp(givenUp, this.#report);
  }

  /** Of a request that may or may not arrive. */
  onAsked(request: ApiRequest): void {
    this.#bank.onAsked(request);
    this.#significance.onAsked(request);
  }

  onAnswer(answer: ApiAnswer, isUndisturbed: boolean): void {
    const { request, status } = answer;
    if (request.operation === 'recordPayment') checkPaymentAnswer(answer, this.#books, this.#report);
    this.#bank.onAnswer(answer, isUndisturbed, this.#books, this.#report);
    const policy = this.#books.policies.get(request.path?.['policyNumber'] ?? '');
    if (request.operation === 'getPolicy' && status === 200 && policy && isUndisturbed)
      this.#checkShown(answer, String(policy['timeZone']));
  }

  /** What is shown may be of the day before or after when a clock is wrong around midnight: one of these days it must be. */
  #checkShown(answer: ApiAnswer, timeZone: string): void {
    const days = new Set([0, -SKEW_MS, SKEW_MS].map((skew) => wallDate(this.#now() + skew, timeZone)));
    const findings = [...days].map((day) => {
      const found: Finding[] = [];
      checkShownPolicy(answer, this.#books, day, (invariant, what) => found.push({ invariant, what }));
      return found;
    });
    if (findings.every((found) => found.length > 0)) this.findings.push(...(findings[0] ?? []));
  }

  /** When every client was assessed by the model in force, and nothing has gone wrong since. */
  afterReassessment(): void {
    const now = this.#now();
    const { models, held } = this.#significance;
    const processOf = (policy: Item) => this.#processes.of(policy);
    const facts = { books: this.#books, settled: this.#settled, models, classes: held, now, processOf };
    this.#significance.afterReassessment(this.#report);
    for (const [policyNumber, account] of this.#books.accounts) if (isOpenStatus(account)) checkFollows(policyNumber, facts, this.#report);
  }

  /** Long after the last fault. */
  atRest({ letters, ...facts }: Pick<FinalFacts, 'schedules' | 'destroyed'> & { readonly letters: readonly GivenUp[] }): void {
    checkAtRest(
      {
        ...facts,
        books: this.#books,
        now: this.#now(),
        processOf: (policy) => this.#processes.of(policy),
        settled: this.#settled,
        classes: this.#significance.held,
        models: this.#significance.models,
      },
      this.#report,
    );
    this.#visibility.atRest(this.#report);
    this.#bank.atRest(this.#books, this.#report);
    this.#letters.atRest(letters, this.#report);
  }

  readonly #report = (invariant: number, what: string): void => {
    this.findings.push({ invariant, what });
  };

  #checkPolicy(policyNumber: string): void {
    checkCounters(this.#books, policyNumber, this.#report);
    checkCreditCounters(this.#books, policyNumber, this.#report);
    checkNext(this.#books, policyNumber, this.#report);
    const policy = this.#books.policies.get(policyNumber);
    if (policy) checkCoverage(this.#books, policyNumber, wallDate(this.#now(), String(policy['timeZone'])), this.#report);
  }

  #checkRecord(record: Item, together: readonly Change[]): void {
    const policyNumber = String(record['policyNumber']);
    const policy = this.#books.policies.get(policyNumber);
    if (record['kind'] === 'status' && record['status'] === 'active') this.#settled.restored(policyNumber, this.#now());
    if (record['kind'] !== 'checkpoint' || !policy) return;
    const today = wallDate(this.#now(), String(policy['timeZone']));
    const facts = {
      policy,
      grace: this.#significance.held.graceOfDecision(
        record,
        String(policy['clientId']),
        { models: this.#significance.models, now: this.#now() },
        this.#report,
      ),
      process: this.#processes.of(policy),
      own: ownStanding(policy, this.#books.moneyOf(policyNumber), today),
      now: this.#now(),
      today,
      settled: this.#settled,
      notices: this.#books.notices,
      together,
    };
    const { tasks, reconciledThrough } = this.#books;
    checkAdverse(record, { ...facts, accepted: this.#accepted, tasks, reconciledThrough }, this.#report);
    checkReproduced(record, policy, this.#processes.regulationOf(record), this.#report);
    checkSettlements(record, facts, this.#report);
  }
}

/** Policies whose state a change touches. */
const policiesOf = ({ table, before, after }: Change): readonly string[] =>
  table === 'Policies' || table === 'Payments' ? [before, after].flatMap((item) => (item ? [String(item['policyNumber'])] : [])) : [];
