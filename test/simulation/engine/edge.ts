import type { WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import { brokenConnection } from '../../support/simulated-aws/wire/connection.ts';
import { callFaultsOf } from '../faults/call-faults.ts';
import { conflictOf, refusalOf, serverErrorOf, throttleOf } from '../faults/fault-answers.ts';
import type { FaultKind } from '../faults/fault-kinds.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Invocation } from './invocation.ts';
import { nameOf, type SimulatedCall } from './simulated-call.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

export interface EdgeDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  readonly trace: Trace;
  /** The service does what it is asked, now. It may answer later. */
  readonly serve: (call: SimulatedCall, key: string, answer: (answer: WireAnswer) => void) => void;
  readonly resume: (invocation: Invocation, act: () => void) => Promise<void>;
}

interface Flight {
  readonly invocation: Invocation;
  readonly call: SimulatedCall;
  readonly key: string;
  readonly resolve: (answer: WireAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** What a caller who is dead hears. */
const NOTHING = new Promise<never>(() => undefined);

/** Between a handler and AWS: latency, and everything that goes wrong on the way there, in the service, and on the way back. */
export function edgeOf(deps: EdgeDeps): (invocation: Invocation, call: SimulatedCall) => Promise<WireAnswer> {
  return (invocation, call) => {
    if (invocation.isOver) return NOTHING;
    const key = `${invocation.key}/${invocation.calls++}:${nameOf(call)}`;
    invocation.park();
    return new Promise((resolve, reject) => depart(deps, { invocation, call, key, resolve, reject }));
  };
}

function depart(deps: EdgeDeps, flight: Flight): void {
  const fault = refusalOfAll(deps, flight) ?? deps.plan.first(callFaultsOf(flight.call), flight.key);
  const chance = chanceOf(`${deps.seed}|latency|${flight.key}`);
  deps.trace.note(`  ${flight.key}${fault ? ` !${fault.kind}` : ''}`);
  if (fault) {
    suffer(deps, flight, fault);
    return;
  }
  arrive(deps, flight, latency(chance), (answer) => deliver(deps, flight, latency(chance), answer));
}

/** A table that has no capacity left refuses all that is tried, the first time and each time after it. */
function refusalOfAll({ plan }: EdgeDeps, { call, invocation }: Flight) {
  const chance = call.operation === 'TransactWriteItems' ? plan.strike('transactionsRefused', invocation.key) : undefined;
  return chance && { kind: 'throttled' as const, chance };
}

const latency = (chance: Chance): number => chance.int(2, 40);

function arrive(deps: EdgeDeps, { call, key }: Flight, inMs: number, then: (answer: WireAnswer) => void): void {
  deps.timeline.in(inMs, () => deps.serve(call, key, then));
}

function deliver({ timeline, resume }: EdgeDeps, { invocation, resolve }: Flight, inMs: number, answer: WireAnswer): void {
  timeline.in(inMs, () => resume(invocation, () => resolve(answer)));
}

function breakOff({ timeline, resume }: EdgeDeps, { invocation, reject }: Flight, inMs: number): void {
  timeline.in(inMs, () => resume(invocation, () => reject(brokenConnection())));
}

const MINUTE = 60_000;

/** As the client of SES is built. */
const SES_PATIENCE_MS = 15_000;

/** Of the fifteen minutes that a function has for a file: what is left is too little for another block. */
const MOST_OF_ITS_TIME_MS = [881_000, 895_000] as const;

const cutOff = (answer: WireAnswer, chance: Chance): WireAnswer => ({
  ...answer,
  body: answer.body.slice(0, chance.int(0, answer.body.length - 1)),
});

/** From just beyond a time-out to well beyond every lease. No letter is on its way to SES for longer: people who look into it wait. */
const slow = (chance: Chance): number => chance.pick([MINUTE, 3 * MINUTE, 6 * MINUTE, 20 * MINUTE, 180 * MINUTE]) + chance.int(0, MINUTE);

/** Also beyond the day's work of a person who has decided meanwhile. */
const dead = (chance: Chance): number => (chance.is(0.25) ? 540 * MINUTE : slow(chance));

function suffer(deps: EdgeDeps, flight: Flight, { kind, chance }: { readonly kind: FaultKind; readonly chance: Chance }) {
  const [there, back] = [latency(chance), latency(chance)];
  const patience = chance.int(1_000, 15_000);
  const { invocation, call } = flight;
  switch (kind) {
    case 'crashBefore':
      return invocation.kill();
    case 'crashAfter':
      return arrive(deps, flight, there, () => invocation.kill());
    case 'requestLost':
      return breakOff(deps, flight, patience);
    case 'answerLost':
    case 'mailLost':
      return arrive(deps, flight, there, () => breakOff(deps, flight, patience));
    case 'answerSlow':
      return arrive(deps, flight, there, (answer) => deliver(deps, flight, dead(chance), answer));
    case 'mailSlow':
      arrive(deps, flight, slow(chance), () => undefined);
      return breakOff(deps, flight, SES_PATIENCE_MS);
    case 'fileSlow':
      return arrive(deps, flight, there, (answer) => deliver(deps, flight, chance.int(...MOST_OF_ITS_TIME_MS), answer));
    case 'fileCutOff':
      return arrive(deps, flight, there, (answer) => deliver(deps, flight, back, cutOff(answer, chance)));
    case 'requestSlow':
      return arrive(deps, flight, dead(chance), (answer) => deliver(deps, flight, back, answer));
    case 'senderFrozen':
      return arrive(deps, flight, slow(chance), (answer) => deliver(deps, flight, back, answer));
    case 'serverError':
    case 'mailServerError':
      if (chance.is(0.5)) return deliver(deps, flight, there + back, serverErrorOf(call));
      return arrive(deps, flight, there, () => deliver(deps, flight, back, serverErrorOf(call)));
    case 'throttled':
    case 'mailThrottled':
      return deliver(deps, flight, there + back, throttleOf(call));
    case 'conflict':
      return deliver(deps, flight, there + back, conflictOf(call));
    default:
      return deliver(deps, flight, there + back, refusalOf(call));
  }
}
