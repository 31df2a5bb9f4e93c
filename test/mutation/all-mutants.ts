import type { Mutant } from './mutant.ts';
import { CONTROL } from './mutants/control.ts';
import { DATES_AND_RELIEF } from './mutants/dates.ts';
import { DOORS } from './mutants/doors.ts';
import { EXCESS_AND_WRITE_OFFS } from './mutants/excess.ts';
import { MONEY } from './mutants/money.ts';
import { NOTICES } from './mutants/notices.ts';
import { POLICIES } from './mutants/policies.ts';
import { SIGNIFICANCE } from './mutants/significance.ts';
import { STATEMENTS } from './mutants/statements.ts';
import { TASKS } from './mutants/tasks.ts';
import { WAKE_UPS } from './mutants/wake-ups.ts';

/** All guards that carry an invariant. */
export const MUTANTS: readonly Mutant[] = [
  ...CONTROL,
  ...DATES_AND_RELIEF,
  ...DOORS,
  ...EXCESS_AND_WRITE_OFFS,
  ...MONEY,
  ...NOTICES,
  ...POLICIES,
  ...SIGNIFICANCE,
  ...STATEMENTS,
  ...TASKS,
  ...WAKE_UPS,
];
