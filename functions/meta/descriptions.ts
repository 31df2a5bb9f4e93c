import type { Operation } from '../routes.ts';
import type { Description } from './description.ts';
import { CLIENTS } from './operations/clients.ts';
import { OWN } from './operations/own.ts';
import { PAYMENTS } from './operations/payments.ts';
import { POLICIES } from './operations/policies.ts';
import { REGULATIONS } from './operations/regulations.ts';
import { RELIEF } from './operations/relief.ts';
import { SIGNIFICANCE } from './operations/significance.ts';
import { STATEMENTS } from './operations/statements.ts';
import { TASKS } from './operations/tasks.ts';

/** Each operation that a route names, in one entry of the file of its subject: one that is missing does not compile. */
export const DESCRIPTIONS: Readonly<Record<Operation, Description>> = {
  ...PAYMENTS,
  ...CLIENTS,
  ...SIGNIFICANCE,
  ...POLICIES,
  ...RELIEF,
  ...TASKS,
  ...REGULATIONS,
  ...STATEMENTS,
  ...OWN,
};
