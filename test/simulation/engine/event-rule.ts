import type { FaultPlan } from '../faults/fault-plan.ts';
import type { Timeline } from './timeline.ts';

export interface EventRuleDeps {
  readonly timeline: Timeline;
  readonly plan: FaultPlan;
  /** Hands over to Lambda. */
  readonly invokeLater: (functionName: string, payload: string, about: string) => void;
  readonly onGivenUp: (functionName: string, payload: string, key: string) => void;
}

const DAY = 86_400_000;

/** A rule of EventBridge: while its target can't be invoked it tries for a day, then it puts the event away. */
export function eventRule({ timeline, plan, invokeLater, onGivenUp }: EventRuleDeps): EventRuleDeps['invokeLater'] {
  const count = new Map<string, number>();
  return (functionName, payload, about) => {
    const number = (count.get(about) ?? 0) + 1;
    count.set(about, number);
    const key = `${functionName}<${about}/event${number}`;
    if (plan.strike('eventGivenUp', key)) timeline.in(DAY, () => onGivenUp(functionName, payload, key));
    else invokeLater(functionName, payload, about);
  };
}
