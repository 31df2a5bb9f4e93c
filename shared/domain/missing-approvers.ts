import type { Regulation, SignificanceClass } from './regulation.ts';
import type { ServiceConditions } from './service-conditions.ts';

/** A role that approves relief, and the classes whose clients it does that for. */
export interface Approver {
  readonly role: string;
  readonly classes: readonly SignificanceClass[];
}

/**
 * Roles that the service conditions have approve relief, and that a regulation doesn't have. It runs all the same: relief within
 * authority works, and what goes beyond it is refused (NO_APPROVER). Either may be changed later, so it is a warning, not a fault.
 */
export function missingApprovers(
  { roles }: Pick<Regulation, 'roles'>,
  conditions: Readonly<Record<SignificanceClass, Pick<ServiceConditions, 'approverRole'>>>,
): readonly Approver[] {
  const classes = (['A', 'B', 'C'] as const).filter((c) => !roles.some(({ role }) => role === conditions[c].approverRole));
  return [...Map.groupBy(classes, (c) => conditions[c].approverRole)].map(([role, of]) => ({ role, classes: of }));
}
