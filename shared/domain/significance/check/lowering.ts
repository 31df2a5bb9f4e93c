import type { Place } from '../../regulation-check/place.ts';
import type { Draft } from '../../regulation-check/readers.ts';
import type { ModelShape } from './shape.ts';

/** Who is asked is named where somebody is, and only there. */
export function loweringNamesItsApprover({ lowering }: Draft<ModelShape>, place: Place): void {
  if (lowering?.needsApproval === undefined) return;
  const named = Object.hasOwn(lowering, 'approverRole');
  const at = place.at('lowering', 'approverRole');
  if (lowering.needsApproval && !named) at.report('is missing; give the role that approves, such as "headOfSales"');
  if (!lowering.needsApproval && named) at.report('is given, but needsApproval is false; leave it out, or make that true');
}
