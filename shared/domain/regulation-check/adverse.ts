import type { ActionKind, SignificanceClass } from '../regulation.ts';
import { isAdverse, POLICYHOLDER } from '../regulation.ts';
import { entries, present } from './entries.ts';
import { listed, type Place, quoted } from './place.ts';
import type { Draft } from './readers.ts';
import type { ActionShape, CheckpointShape, RegulationShape } from './shape.ts';

const CLASSES: readonly SignificanceClass[] = ['A', 'B', 'C'];

/** An action that no code leads to: reported already, so that nothing more is concluded from it. */
const UNREAD: Draft<ActionShape> = {};

/** A checkpoint with the actions it does, as far as both could be read. */
interface Step {
  readonly index: number;
  readonly checkpoint: Draft<CheckpointShape>;
  readonly actions: readonly { readonly position: number; readonly action: Draft<ActionShape> }[];
}

/** Cover is taken away only after grace has ended. */
export function adverseAfterGrace(draft: Draft<RegulationShape>, place: Place): void {
  for (const { step, position, kind } of adverseActions(draft)) {
    const { anchor, offsetDays } = step.checkpoint;
    const at = place.at('checkpoints', step.index);
    if (anchor === 'dueOn')
      at.at('anchor').report(`action ${position + 1} is ${kind}, before grace ends; anchor the checkpoint at graceEnd`);
    if (anchor === 'graceEnd' && (offsetDays ?? 0) < 0)
      at.at('offsetDays').report(`action ${position + 1} is ${kind}, before grace ends; give 0 or more`);
  }
}

/**
 * Every client from whom cover is taken was warned: for each class, and each amount, that the adverse checkpoint applies
 * to, an earlier checkpoint gives the policyholder a notice. A notice from 500.00 UAH up warns nobody who owes 200.00.
 */
export function adverseAfterNotice(draft: Draft<RegulationShape>, place: Place): void {
  const steps = stepsOf(draft);
  for (const { step, position, kind } of adverseActions(draft)) {
    const warnings = steps.filter(
      (earlier) => earlier.index < step.index && warns(earlier) && reaches(earlier.checkpoint, step.checkpoint),
    );
    const unwarned = classesOf(step.checkpoint).filter((c) => !warnings.some((warning) => classesOf(warning.checkpoint).includes(c)));
    if (unwarned.length === 0) continue;
    const whom = unwarned.length === CLASSES.length ? '' : ` for clients of class ${listed(unwarned)}`;
    place
      .at('checkpoints', step.index, 'actions', position)
      .report(`${kind} without an earlier notice${whom}: an action of kind notice to ${POLICYHOLDER} must come at an earlier checkpoint`);
  }
}

/** Lapse ends the policy, and with it the process. It needs no suspension before it: some insurers have none. */
export function nothingAfterLapse(draft: Draft<RegulationShape>, place: Place): void {
  const steps = stepsOf(draft);
  for (const step of steps) {
    const lapsed = steps.filter((s) => s.index < step.index && has(s, 'lapse') && !('minOutstanding' in s.checkpoint));
    const ended = classesOf(step.checkpoint).every((c) => lapsed.some((s) => classesOf(s.checkpoint).includes(c)));
    const by = quoted(lapsed.at(-1)?.checkpoint.code);
    if (lapsed.length > 0 && ended)
      place.at('checkpoints', step.index).report(`never comes: the policy has lapsed at ${by}; move it ahead, or remove it`);
    if (has(step, 'lapse') && has(step, 'suspend')) {
      place.at('checkpoints', step.index, 'actions').report('suspends and lapses at once; suspend at an earlier checkpoint, or only lapse');
    }
  }
}

function adverseActions(draft: Draft<RegulationShape>) {
  return stepsOf(draft).flatMap((step) =>
    step.actions.flatMap(({ position, action: { kind } }) => (kind !== undefined && isAdverse(kind) ? [{ step, position, kind }] : [])),
  );
}

function stepsOf({ checkpoints, actions }: Draft<RegulationShape>): readonly Step[] {
  const byCode = new Map(present(actions).map((action) => [action.code, action]));
  return entries(checkpoints).map(([index, checkpoint]) => ({
    index,
    checkpoint,
    actions: entries(checkpoint.actions).map(([position, code]) => ({ position, action: byCode.get(code) ?? UNREAD })),
  }));
}

const has = ({ actions }: Step, kind: ActionKind): boolean => actions.some(({ action }) => action.kind === kind);

/** Also when that can't be known, because its action could not be read. */
const warns = ({ actions }: Step): boolean =>
  actions.some(({ action: { kind, to } }) => {
    if (kind === undefined) return true;
    return kind === 'notice' && (to === undefined || to.includes(undefined) || to.includes(POLICYHOLDER));
  });

function classesOf({ classes }: Draft<CheckpointShape>): readonly SignificanceClass[] {
  const named = present(classes);
  return named.length > 0 ? named : CLASSES;
}

/** Does the warning go to everyone whose debt is large enough for the adverse action? A minimum holds in its own currency only. */
function reaches(warning: Draft<CheckpointShape>, adverse: Draft<CheckpointShape>): boolean {
  const [from, least] = [warning.minOutstanding, adverse.minOutstanding];
  return from === undefined || (least?.currency === from.currency && least.amountMinor >= from.amountMinor);
}
