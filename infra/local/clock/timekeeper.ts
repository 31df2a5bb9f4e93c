import { type Appointment, createAgenda } from './agenda.ts';
import type { MovableClock } from './movable-clock.ts';

/** How far apart recurring schedules fire while the clock is moved far; the last time is at the end of the move. */
export interface Pace {
  readonly stepMs: number;
  readonly untilMs: number;
}

/**
 * While the clock is moved by more than an hour, a recurring schedule fires at most once in 20 simulated hours, and at the end
 * of the move: a watchdog of every 5 minutes would run 105,120 times in a year, with nothing to find, since one-time
 * schedules all fire, each at its own time. Not 24 hours: a daily one must not miss the day that the spring change shortens.
 */
const FAR_MS = 3_600_000;
const COARSE_STEP_MS = 20 * 3_600_000;

/** The Scheduler promises a minute's precision: what falls into one minute fires together, when the last of it is due. */
const TOGETHER_MS = 59_999;

/** Rounds of one move after which something must be arming itself again and again; a year of 120 policies takes about 5,000. */
const MOST_ROUNDS = 1_000_000;

const LONGEST_TIMER_MS = 2_147_483_647;

export interface TimekeeperDeps {
  readonly clock: MovableClock;
  /** Whether an appointment still holds. */
  isStill(appointment: Appointment): boolean;
  /** Does what is due; says whether a schedule fired. */
  fire(appointment: Appointment, pace: Pace | null): boolean;
  /** Resolves when all that was started has ended, and what it started, too. */
  quiet(): Promise<void>;
  onMoved(): void;
}

/** Fires appointments as real time passes, and in order, until quiet, when the clock is moved. */
export interface Timekeeper {
  remind(appointment: Appointment): void;
  start(): void;
  stop(): void;
  /** Moves are made one after the other. */
  advanceTo(instantMs: number): Promise<Advanced>;
}

export interface Advanced {
  readonly nowMs: number;
  /** Schedules that fired. */
  readonly fired: number;
}

export const createTimekeeper = (deps: TimekeeperDeps): Timekeeper => {
  const { clock } = deps;
  const agenda = createAgenda(deps.isStill);
  let ticking = false;
  let moving = false;
  let timer: NodeJS.Timeout | undefined;
  let lastMove: Promise<unknown> = Promise.resolve();

  const rearm = () => {
    clearTimeout(timer);
    const nextMs = ticking && !moving ? agenda.nextMs() : null;
    if (nextMs !== null) timer = setTimeout(fireDue, Math.min(Math.max(0, nextMs - clock.now()), LONGEST_TIMER_MS));
  };

  const fireAll = (appointments: readonly Appointment[], pace: Pace | null): number =>
    appointments.filter((appointment) => deps.isStill(appointment) && deps.fire(appointment, pace)).length;

  const fireDue = () => {
    fireAll(agenda.takeThrough(clock.now()), null);
    rearm();
  };

  const moveTo = (instantMs: number) => {
    clock.moveTo(instantMs);
    deps.onMoved();
  };

  const advance = async (targetMs: number): Promise<Advanced> => {
    const pace = targetMs - clock.now() > FAR_MS ? { stepMs: COARSE_STEP_MS, untilMs: targetMs } : null;
    let fired = 0;
    await deps.quiet();
    for (let round = 0; ; round++) {
      if (round === MOST_ROUNDS) throw new Error(`the clock is at ${clock.now()}: schedules go on arming each other`);
      const nextMs = agenda.nextMs();
      if (nextMs === null || nextMs > targetMs) break;
      const due = agenda.takeThrough(Math.min(nextMs + TOGETHER_MS, targetMs));
      moveTo(due.at(-1)?.atMs ?? nextMs);
      fired += fireAll(due, pace);
      await deps.quiet();
    }
    const overrunMs = clock.now(); // what fired last may have taken longer than was left
    moveTo(targetMs);
    return { nowMs: Math.max(targetMs, overrunMs), fired };
  };

  const advanceTo = async (instantMs: number): Promise<Advanced> => {
    moving = true;
    clearTimeout(timer);
    try {
      return await advance(instantMs);
    } finally {
      moving = false;
      rearm();
    }
  };

  return {
    remind: (appointment) => {
      agenda.add(appointment);
      rearm();
    },
    start: () => {
      ticking = true;
      rearm();
    },
    stop: () => {
      ticking = false;
      clearTimeout(timer);
    },
    advanceTo: (instantMs) => {
      const move = lastMove.then(() => advanceTo(instantMs));
      lastMove = move.catch(() => {});
      return move;
    },
  };
};
