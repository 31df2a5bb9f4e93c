import { addBusinessDays, nextBusinessDay } from '../../../shared/domain/business-calendar.ts';
import { actionsOf, datedCheckpoints, takesCover } from '../../../shared/domain/checkpoint-dates.ts';
import { letterDelayDays } from '../../../shared/domain/control/first-word.ts';
import { accountableFor, opensTask, taskDueOn } from '../../../shared/domain/control/planned-task.ts';
import { controlCalendar } from '../../../shared/domain/control-calendar.ts';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import { addDays, type LocalDate } from '../../../shared/domain/local-date.ts';
import { NO_CONTROL } from '../../../shared/domain/policy.ts';
import type { SignificanceClass } from '../../../shared/domain/regulation.ts';
import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import { policyOf } from '../../support/policies.ts';
import type { Market } from '../data/assumptions.ts';

export const CHECKPOINTS = defaultRegulation.checkpoints.length;

/** By checkpoint: it suspends or lapses, so it does nothing once cover is over. */
export const TAKES_COVER: readonly boolean[] = defaultRegulation.checkpoints.map((c) => takesCover(actionsOf(c, defaultRegulation)));

/** On which days an installment wakes its policy, when nothing is late on our side. */
export interface InstallmentDays {
  /** Its checkpoints, in the regulation's order. */
  readonly checkpoints: readonly LocalDate[];
  /** By checkpoint: the day on which the task that it opens would be late, and is looked at. */
  readonly lateTasks: readonly (LocalDate | undefined)[];
}

interface Dating {
  readonly dueOn: LocalDate;
  readonly country: Market['country'];
  readonly significance: SignificanceClass;
}

/** From the regulation that is there from the start and the classes' own grace, by the functions that date them in production. */
export function installmentDays({ dueOn, country, significance }: Dating): InstallmentDays {
  const calendar = controlCalendar(country, defaultRegulation);
  const conditions = DEFAULT_MODEL.conditions[significance];
  const standardGraceDays = DEFAULT_MODEL.conditions[DEFAULT_MODEL.defaultClass].graceDays;
  const dated = datedCheckpoints({
    regulation: defaultRegulation,
    dueOn,
    pauses: [],
    graceDays: conditions.graceDays,
    letterDelayDays: letterDelayDays({ class: significance, modelVersion: 1, conditions, standardGraceDays }),
    calendar,
    control: NO_CONTROL,
    today: addDays(dueOn, -DAYS_AHEAD),
    wouldAct: () => true,
  });
  return {
    checkpoints: dated.map(({ on }) => on),
    lateTasks: dated.map(({ checkpoint, on }) => {
      const task = actionsOf(checkpoint, defaultRegulation).find((action) => opensTask(action) && accountableFor(action, ANY_POLICY));
      return task && nextBusinessDay(addBusinessDays(taskDueOn(task, on, calendar), 1, calendar), calendar);
    }),
  };
}

/** Before anything is to be done. */
const DAYS_AHEAD = 60;

/** Whoever is accountable has an address of his own: the participants are three persons. */
const ANY_POLICY = policyOf();
