import type { LocalDate } from '../local-date.ts';
import type { Notice } from '../notice.ts';
import { isOpen, type PolicyStatus } from '../policy.ts';
import type { Regulation } from '../regulation.ts';
import { pauseOn } from '../relief.ts';
import type { Standing } from '../standing.ts';
import { startsProcess } from './thresholds.ts';

export interface SendingFacts {
  readonly notice: Notice;
  readonly status: PolicyStatus;
  readonly standing: Standing;
  readonly currency: string;
  readonly regulation: Regulation;
  readonly today: LocalDate;
}

/** Why a notice must not be sent any more, if so: asked at the moment it is claimed. Nobody is chased for what he has paid. */
export function whyObsolete(facts: SendingFacts): string | undefined {
  const { notice, status } = facts;
  switch (notice.kind) {
    case 'suspend':
      return status === 'suspended' ? undefined : 'cover is not suspended';
    case 'lapse':
      return status === 'lapsed' ? undefined : 'the policy has not lapsed';
    case 'reinstate':
      return status === 'active' ? undefined : 'cover is not restored';
    case 'remind':
    case 'notice':
    case 'task':
    case 'escalate':
      return whyNoDebt(facts);
  }
}

function whyNoDebt({ notice, status, standing, currency, regulation, today }: SendingFacts): string | undefined {
  if (!isOpen(status)) return `the policy is ${status}`;
  const installment = standing.installments.find((i) => i.number === notice.installment);
  if (!installment || !startsProcess(installment.outstandingMinor, currency, regulation)) return 'covered';
  if (installment.status === 'deferred') return 'deferred';
  return pauseOn(today, installment.pauses) ? 'on hold' : undefined;
}
