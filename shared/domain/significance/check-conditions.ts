import { fault, fieldsAt, flagAt, numberAt, oneOf, type Place, textAt, within } from './json-place.ts';
import { type ClassConditions, type Lowering, SIGNIFICANCE_CLASSES, type SignificanceModel } from './model.ts';

const ROLE = { pattern: /^[^\p{Cc}]{1,64}$/u, wanted: 'a role of the regulation, such as headOfSales' };

const DAYS = { least: 0, most: 365 };
const REQUIRED = ['graceDays', 'reminders', 'maxDeferralDays', 'deferralsPerYear', 'approverRole'] as const;
const OPTIONAL = ['maxPromiseDays', 'maxHoldDays', 'agreementsWithoutApproval'] as const;

export function conditionsAt(place: Place): SignificanceModel['conditions'] {
  const classes = fieldsAt(place, { required: SIGNIFICANCE_CLASSES });
  return { A: classConditionsAt(classes.A), B: classConditionsAt(classes.B), C: classConditionsAt(classes.C) };
}

/** Where the class says nothing of promises and holds, they go as far as a deferral; agreements then need an approval. */
function classConditionsAt(place: Place): ClassConditions {
  const fields = fieldsAt(place, { required: REQUIRED, optional: OPTIONAL });
  const maxDeferralDays = numberAt(fields.maxDeferralDays, DAYS);
  return {
    graceDays: numberAt(fields.graceDays, DAYS),
    reminders: oneOf(fields.reminders, ['standard', 'personal']),
    maxDeferralDays,
    deferralsPerYear: numberAt(fields.deferralsPerYear, { least: 0, most: 100 }),
    maxPromiseDays: fields.maxPromiseDays ? numberAt(fields.maxPromiseDays, DAYS) : maxDeferralDays,
    maxHoldDays: fields.maxHoldDays ? numberAt(fields.maxHoldDays, DAYS) : maxDeferralDays,
    agreementsWithoutApproval: fields.agreementsWithoutApproval ? flagAt(fields.agreementsWithoutApproval) : false,
    approverRole: textAt(fields.approverRole, ROLE),
  };
}

export function loweringAt(place: Place): Lowering {
  const fields = fieldsAt(place, { required: ['needsApproval'], optional: ['approverRole'] });
  if (flagAt(fields.needsApproval))
    return { needsApproval: true, approverRole: textAt(fields.approverRole ?? within(place, 'approverRole'), ROLE) };
  if (fields.approverRole) fault(fields.approverRole, 'nobody is asked: remove it, or write true in "needsApproval"');
  return { needsApproval: false };
}
