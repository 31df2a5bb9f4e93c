import { missingApprovers } from '../../shared/domain/missing-approvers.ts';
import type { Regulation } from '../../shared/domain/regulation.ts';
import type { SignificanceModel } from '../../shared/domain/significance/model.ts';

/** What a published regulation cannot do as the significance model is now; nothing where all is well. */
export function warningsOf(regulation: Regulation, { conditions }: Pick<SignificanceModel, 'conditions'>) {
  const warnings = missingApprovers(regulation, conditions).map(({ role, classes }) => ({
    pointer: '/roles',
    detail: `no role ${role}: relief beyond the authority of class ${classes.join(', ')} will be refused (NO_APPROVER)`,
  }));
  return warnings.length > 0 ? { warnings } : {};
}
