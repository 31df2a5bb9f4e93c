import type { Checkpoint, SignificanceClass } from '../regulation.ts';
import { entries, present } from './entries.ts';
import { type Place, quoted } from './place.ts';
import type { Draft } from './readers.ts';
import type { CheckpointShape, RegulationShape } from './shape.ts';

/** A checkpoint that can be dated. */
interface Dated extends Pick<Checkpoint, 'anchor' | 'offsetDays' | 'dayKind'> {
  readonly index: number;
  readonly code: string | undefined;
  readonly classes: readonly SignificanceClass[] | undefined;
}

/**
 * The list is the order of the process, so each checkpoint must be dated after the one ahead of it, in every month:
 * 1. the first is counted from the due date: an installment is controlled before its grace ends;
 * 2. those counted from the due date come before those counted from the end of grace;
 * 3. of one anchor, offsets rise. Where calendar and business days meet, both ends of a business offset count:
 *    +5 business days are 5 calendar days at the earliest and 7 at the latest (holidays can't be known here: the engine
 *    never dates a checkpoint before the one ahead of it). Equal offsets are for different classes only: on one day
 *    the later checkpoint would replace the earlier.
 */
export function checkpointsMakeAnOrder({ checkpoints }: Draft<RegulationShape>, place: Place): void {
  const [first] = entries(checkpoints);
  if (first?.[0] === 0 && first[1].anchor === 'graceEnd') {
    place.at('checkpoints', 0, 'anchor').report('the first checkpoint is counted from the due date; anchor it at dueOn');
  }
  const dated = entries(checkpoints).flatMap(([index, checkpoint]) => datedOf(index, checkpoint));
  for (const [position, checkpoint] of dated.entries()) {
    comesAfter(dated.slice(0, position), checkpoint, place.at('checkpoints', checkpoint.index));
  }
}

/** One mistake, one fault: a wrong offset is reported against its neighbour, not against every checkpoint after it. */
function comesAfter(ahead: readonly Dated[], checkpoint: Dated, place: Place): void {
  const last = ahead.at(-1);
  const same = ahead.find((earlier) => onSameDay(earlier, checkpoint) && shareClass(earlier, checkpoint));
  if (last?.anchor === 'graceEnd' && checkpoint.anchor === 'dueOn') {
    place.at('anchor').report(`is dueOn, after ${name(last)}, which is counted from graceEnd; move the checkpoint ahead of it`);
  } else if (last?.anchor === checkpoint.anchor && mayPrecede(checkpoint, last)) {
    place.at('offsetDays').report(`${days(checkpoint)} may fall before ${name(last)} (${days(last)}); offsets rise down the list`);
  } else if (same) {
    place
      .at('offsetDays')
      .report(`${days(checkpoint)} is the day of ${name(same)}; make them one checkpoint, or give them different classes`);
  }
}

const mayPrecede = (later: Dated, earlier: Dated): boolean =>
  later.dayKind === earlier.dayKind ? later.offsetDays < earlier.offsetDays : earliest(later) < latest(earlier);

const onSameDay = (a: Dated, b: Dated): boolean => a.anchor === b.anchor && a.offsetDays === b.offsetDays;

function datedOf(index: number, { code, anchor, offsetDays, dayKind, classes }: Draft<CheckpointShape>): readonly Dated[] {
  if (anchor === undefined || offsetDays === undefined || dayKind === undefined) return [];
  return [{ index, code, anchor, offsetDays, dayKind, classes: classes && present(classes) }];
}

/** Calendar days from the anchor: −3 business is −5 at the earliest (a weekend between) and −3 at the latest. */
const earliest = ({ dayKind, offsetDays }: Dated): number =>
  dayKind === 'business' && offsetDays < 0 ? -withWeekends(-offsetDays) : offsetDays;
const latest = ({ dayKind, offsetDays }: Dated): number =>
  dayKind === 'business' && offsetDays > 0 ? withWeekends(offsetDays) : offsetDays;

/** The most calendar days that a number of business days takes: 5 → 7, 6 from a Friday → 10. */
const withWeekends = (businessDays: number): number => businessDays + 2 * Math.ceil(businessDays / 5);

const shareClass = (a: Dated, b: Dated): boolean => {
  const [ofA, ofB] = [a.classes, b.classes];
  return ofA === undefined || ofB === undefined || ofA.some((c) => ofB.includes(c));
};

const name = ({ code, index }: Dated): string => (code === undefined ? `checkpoint ${index + 1}` : quoted(code));
const days = ({ offsetDays, dayKind }: Dated): string => `${offsetDays} ${dayKind} days`;
