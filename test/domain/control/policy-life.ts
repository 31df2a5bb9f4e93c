import { isWarning } from '../../../shared/domain/checkpoint-dates.ts';
import { addressees } from '../../../shared/domain/control/addressees.ts';
import type { ControlFacts } from '../../../shared/domain/control/control-facts.ts';
import type { Settlement } from '../../../shared/domain/control/control-installment.ts';
import { type Act, type Decision, decide } from '../../../shared/domain/control/decide.ts';
import { accountableFor } from '../../../shared/domain/control/planned-task.ts';
import { whyObsolete } from '../../../shared/domain/control/still-applies.ts';
import { addDays, type LocalDate, localDate } from '../../../shared/domain/local-date.ts';
import { isSent, type Notice, type NoticeState } from '../../../shared/domain/notice.ts';
import { type Control, isOpen, type Progress, wakeTime } from '../../../shared/domain/policy.ts';
import { type Action, POLICYHOLDER } from '../../../shared/domain/regulation.ts';
import type { Relief } from '../../../shared/domain/relief.ts';
import { standing } from '../../../shared/domain/standing.ts';
import { instantOf, localDateAt, timestamp } from '../../../shared/domain/zone.ts';
import { factsOn, POLICYHOLDER_PERSON } from '../../support/policies.ts';

/** What becomes of a message, and how many days the sender needs for it. */
export interface MailFate {
  readonly state: NoticeState;
  readonly afterDays: number;
}

export interface Circumstances extends Partial<ControlFacts> {
  readonly mail?: (notice: Notice) => MailFate;
  /** Days from the first up to but not including the second, on which nothing runs. */
  readonly outages?: readonly (readonly [string, string])[];
}

export interface Settled extends Settlement {
  readonly at: number;
  readonly date: LocalDate;
}

interface Letter {
  readonly notice: Notice;
  readonly readyAt: number;
  state: NoticeState;
  endedAt?: number;
}

interface Written {
  readonly installment: number;
  readonly code: string;
  /** Of a letter that is written again. */
  readonly noticeId?: string;
}

/** More rounds than any life needs: a policy that goes on deciding at one instant would decide for ever. */
const MOST_ROUNDS = 200;

/**
 * A policy's life under a clock of its own: wake-ups, money, relief, mail and outages, with the decisions applied to it.
 * What `run-checkpoint` and `send-notice` do, without stores, retries and schedules.
 */
export class PolicyLife {
  facts: ControlFacts;
  readonly settled: Settled[] = [];
  readonly acts: (Act & { readonly date: LocalDate; readonly at: number })[] = [];
  readonly statuses: { readonly date: LocalDate; readonly status: string; readonly reason: string | undefined }[] = [];
  readonly waits: { readonly date: LocalDate; readonly code: string; readonly reason: string }[] = [];
  readonly letters = new Map<string, Letter>();
  /** Asked after every decision. */
  onDecision: (before: ControlFacts, decision: Decision) => void = () => {};
  /** Letters that a person told the policyholder of. */
  readonly toldOn = new Map<string, LocalDate>();
  private email: string = POLICYHOLDER_PERSON.email;
  private taskCount = 0;
  private readonly mail: (notice: Notice) => MailFate;
  private readonly outages: readonly { readonly from: number; readonly until: number }[];

  constructor(beginning: string, { mail, outages, ...different }: Circumstances = {}) {
    const facts = factsOn(beginning, different);
    this.facts = { ...facts, now: instantOf(localDate(beginning), 0, facts.policy.timeZone) };
    this.mail = mail ?? (() => ({ state: 'DELIVERED', afterDays: 0 }));
    this.outages = (outages ?? []).map(([from, until]) => ({ from: this.midnight(from), until: this.midnight(until) }));
  }

  get today(): LocalDate {
    return localDateAt(this.facts.now, this.facts.policy.timeZone);
  }

  get status(): string {
    return this.facts.account.status;
  }

  /** Lives up to noon of that day. */
  until(date: string): this {
    const end = instantOf(localDate(date), 12 * 60, this.facts.policy.timeZone);
    for (let steps = 0; ; steps++) {
      if (steps > 20_000) throw new Error(`still busy at ${timestamp(this.facts.now)}`);
      const [at, what] = this.comesNext();
      if (at > end) break;
      this.facts = { ...this.facts, now: Math.max(at, this.facts.now) };
      if (what === 'mail') this.sendMail();
      else this.wake();
    }
    this.facts = { ...this.facts, now: end };
    return this;
  }

  /** On that day at noon. Money that comes for a suspended policy wakes it; money that goes back always does. */
  pay(date: string, amountMinor: number, installment?: number): this {
    this.until(date);
    const { receivedMinor, directedMinor, moves, status } = this.facts.account;
    if (!isOpen(this.facts.account.status)) return this;
    const directed = installment ? { [installment]: (directedMinor[installment] ?? 0) + amountMinor } : {};
    const account = {
      status,
      receivedMinor: receivedMinor + amountMinor,
      directedMinor: { ...directedMinor, ...directed },
      moves: moves + 1,
    };
    this.facts = { ...this.facts, account };
    if (amountMinor < 0 || status === 'suspended') this.wakeUnlessOut();
    return this;
  }

  /** The client's address is another one from then on. */
  readdress(date: string, email: string): this {
    this.until(date);
    this.email = email;
    this.learnOfMail();
    if (isOpen(this.facts.account.status)) this.wakeUnlessOut();
    return this;
  }

  /** Whoever has the tasks about letters that came back tells the policyholder what they say. */
  tell(date: string): this {
    this.until(date);
    const { progress } = this.facts;
    const { tasks = [] } = progress;
    const letters = tasks.flatMap(({ noticeId }) => noticeId ?? []);
    const told = Object.fromEntries(letters.map((id) => [id, this.today]));
    for (const id of letters) this.toldOn.set(id, this.today);
    const controls = progress.controls.map((c) => ({ ...c, warned: c.warned.map((w) => ({ ...w, told: { ...told, ...w.told } })) }));
    const others = tasks.filter(({ noticeId }) => noticeId === undefined);
    this.facts = { ...this.facts, progress: { ...progress, controls, tasks: others } };
    if (isOpen(this.facts.account.status)) this.wakeUnlessOut();
    return this;
  }

  reverse(date: string, amountMinor: number, installment?: number): this {
    return this.pay(date, -amountMinor, installment);
  }

  grant(relief: Relief): this {
    this.until(relief.grantedOn);
    if (!isOpen(this.facts.account.status)) return this;
    const { policy, progress } = this.facts;
    const promises = [...(progress.promises ?? []), ...(relief.kind === 'promise' ? [relief.reliefId] : [])];
    this.facts = { ...this.facts, policy: { ...policy, relief: [...policy.relief, relief] }, progress: { ...progress, promises } };
    this.wakeUnlessOut();
    return this;
  }

  served(date: string, applied: ControlFacts['applied']): this {
    this.until(date);
    this.facts = { ...this.facts, applied };
    return this;
  }

  /** 'C1 acted 2026-11-17' for one installment, in the order in which it happened. */
  story(installment = 1): readonly string[] {
    return this.settled.filter((s) => s.installment === installment).map((s) => `${s.code} ${s.outcome} ${s.date}`);
  }

  private midnight(date: string): number {
    return instantOf(localDate(date), 0, this.facts.policy.timeZone);
  }

  private comesNext(): readonly [number, 'mail' | 'wake'] {
    const mailAt = Math.min(...[...this.letters.values()].filter((l) => l.state === 'PENDING').map((l) => l.readyAt));
    const wakeAt = this.facts.progress.next ? this.afterOutages(wakeTime(this.facts.progress.next)) : Number.POSITIVE_INFINITY;
    return mailAt <= wakeAt ? [mailAt, 'mail'] : [wakeAt, 'wake'];
  }

  private afterOutages(at: number): number {
    const now = Math.max(at, this.facts.now);
    return this.outages.find((o) => o.from <= now && now < o.until)?.until ?? now;
  }

  private wakeUnlessOut(): void {
    if (this.afterOutages(this.facts.now) === this.facts.now) this.wake();
    else this.facts = { ...this.facts, progress: { ...this.facts.progress, next: { at: this.facts.now, installment: 1, code: 'wake' } } };
  }

  private wake(): void {
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      const decision = decide(this.facts);
      this.onDecision(this.facts, decision);
      if (!this.changes(decision)) return;
      this.apply(decision);
      if (!decision.next || wakeTime(decision.next) > this.facts.now) return;
    }
    throw new Error(`${MOST_ROUNDS} decisions at one instant: ${timestamp(this.facts.now)}`);
  }

  private changes({ settlements, status, next, tasks, promises, letters, reissued }: Decision): boolean {
    const done =
      settlements.length + tasks.closed.length + tasks.late.length + promises.settled.length + letters.asked.length + reissued.length;
    return done > 0 || status !== this.status || JSON.stringify(next) !== JSON.stringify(this.facts.progress.next);
  }

  private apply(decision: Decision): void {
    const { now, account, progress } = this.facts;
    const date = this.today;
    const noticeIds = new Map(decision.acts.map((act) => [act, this.write(act)] as const));
    for (const { noticeId, installment, code, actions } of decision.reissued) this.writeTo(actions, { installment, code, noticeId });
    const controls = decision.controls.map((control, index) => this.named(control, index + 1, decision, noticeIds));
    this.settled.push(...decision.settlements.map((s) => ({ ...s, at: now, date })));
    this.acts.push(...decision.acts.map((act) => ({ ...act, at: now, date })));
    this.waits.push(...decision.waiting.map(({ code, reason }) => ({ date, code, reason })));
    if (decision.statusReason) this.statuses.push({ date, status: decision.status, reason: decision.statusReason });
    this.facts = {
      ...this.facts,
      account: { ...account, status: decision.status },
      progress: {
        ...this.tasksAfter(decision),
        generation: progress.generation + 1,
        controls,
        ...(decision.next ? { next: decision.next } : {}),
      },
    };
    this.sendMail();
  }

  private tasksAfter({ tasks, opened, promises, letters }: Decision): Pick<Progress, 'tasks' | 'promises'> {
    const { policy } = this.facts;
    const late = tasks.late.map((task) => ({ ...task, escalates: false }));
    const fresh = opened.map(({ installment, dueOn, action }) => ({
      taskId: `T${++this.taskCount}`,
      kind: 'action' as const,
      installment,
      dueOn,
      escalates: accountableFor(action, policy) !== undefined,
    }));
    const asked = letters.asked.map(({ installment, noticeId }) => ({
      taskId: `T${++this.taskCount}`,
      kind: 'undelivered' as const,
      installment,
      dueOn: later(this.today, 2),
      escalates: false,
      noticeId,
    }));
    return { tasks: [...tasks.kept, ...late, ...fresh, ...asked], promises: promises.open };
  }

  /** Writes the letters of an act; answers the ids of those to the policyholder. */
  private write({ installment, checkpoint: { actions, checkpoint } }: Act): readonly string[] {
    return this.writeTo(actions, { installment, code: checkpoint.code });
  }

  private writeTo(actions: readonly Action[], { installment, code, noticeId: again }: Written): readonly string[] {
    const { policy, now } = this.facts;
    const all = addressees(actions, policy, { ...POLICYHOLDER_PERSON, email: this.email });
    const written = all
      .filter(({ audience }) => !again || audience === 'policyholder')
      .map((addressed): Notice => {
        const noticeId = again ?? `N${this.letters.size + 1}`;
        const { policyNumber, clientId } = policy;
        const of = { noticeId, policyNumber, clientId, installment, checkpoint: code };
        const notice: Notice = { ...of, createdAt: timestamp(now), ...addressed };
        const { afterDays } = this.mail(notice);
        this.letters.set(noticeId, { notice, readyAt: now + afterDays * 86_400_000, state: 'PENDING' });
        return notice;
      });
    return written.filter((n) => n.audience === 'policyholder').map((n) => n.noticeId);
  }

  private named(control: Control, installment: number, { acts }: Decision, ids: ReadonlyMap<Act, readonly string[]>): Control {
    const act = acts.find((a) => a.installment === installment && isWarning(a.checkpoint.actions));
    const warned = control.warned.map((w) =>
      act && w.code === act.checkpoint.checkpoint.code && w.noticeIds.length === 0 ? { ...w, noticeIds: ids.get(act) ?? [] } : w,
    );
    return { ...control, warned };
  }

  private sendMail(): void {
    const { policy, account, regulation, now } = this.facts;
    for (const letter of this.letters.values()) {
      if (letter.state !== 'PENDING' || letter.readyAt > now) continue;
      const owed = standing(policy, account, this.today);
      const of = { notice: letter.notice, status: account.status, standing: owed, currency: policy.premium.currency };
      letter.state = whyObsolete({ ...of, regulation, today: this.today, openTasks: this.facts.progress.tasks ?? [] })
        ? 'CANCELLED'
        : this.mail(letter.notice).state;
      letter.endedAt = now;
      const atOnce = letter.state === 'CANCELLED' && letter.notice.createdAt === timestamp(now);
      if (atOnce && letter.notice.kind === 'notice' && isOpen(account.status))
        throw new Error(`${letter.notice.checkpoint} was written and cancelled in one instant: it would be written for ever`);
    }
    this.learnOfMail();
  }

  private learnOfMail(): void {
    const letters = [...this.letters];
    const sent = letters.filter(([, { state }]) => isSent(state));
    this.facts = {
      ...this.facts,
      noticeStates: Object.fromEntries(letters.map(([id, { state }]) => [id, state])),
      sentOn: Object.fromEntries(sent.map(([id, { endedAt = 0 }]) => [id, localDateAt(endedAt, this.facts.policy.timeZone)])),
      readdressed: letters.flatMap(([id, { notice }]) =>
        notice.recipient.role === POLICYHOLDER && notice.recipient.email !== this.email ? [id] : [],
      ),
    };
  }
}

/** Days after a date. */
export const later = (date: string, days: number): LocalDate => addDays(localDate(date), days);
