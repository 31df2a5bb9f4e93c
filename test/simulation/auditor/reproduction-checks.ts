import { isDeepStrictEqual } from 'node:util';
import type { ControlFacts } from '../../../shared/domain/control/control-facts.ts';
import { decide } from '../../../shared/domain/control/decide.ts';
import { controlCalendar } from '../../../shared/domain/control-calendar.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Regulation } from '../../../shared/domain/regulation.ts';
import type { Item } from '../engine/change-feed.ts';
import { type Report, told } from './finding.ts';

/**
 * 12: whoever gives the stored inputs to the decision again, gets what is on record. The one place where the auditor runs the
 * system's own rule, since that is what the invariant says; everything else of the facts comes from what is stored.
 */
export function checkReproduced(record: Item, policy: Item, regulation: Regulation, report: Report): void {
  const { settlements } = decide(factsOf(record['inputs'] as Item, policy, regulation));
  if (!isDeepStrictEqual(plain(settlements), plain(record['settlements'])))
    report(12, `${String(record['policyNumber'])} on record is ${told(record['settlements'])}, its inputs give ${told(settlements)}`);
}

/** Inputs have the names of the facts they came from: of the decision, of the account, of how far control had come. */
function factsOf(inputs: Item, stored: Item, regulation: Regulation): ControlFacts {
  const policy = { ...stored, installments: inputs['installments'], relief: inputs['relief'] } as unknown as Policy;
  return {
    ...inputs,
    policy,
    account: { moves: 0, ...inputs },
    progress: { generation: 0, ...inputs },
    regulation,
    applied: inputs['conditions'],
    calendar: controlCalendar(policy.country, regulation),
    now: Date.parse(String(inputs['now'])),
  } as unknown as ControlFacts;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
