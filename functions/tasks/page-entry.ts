import { $ZodError } from 'zod/v4/core';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { SaidResult } from '../../shared/domain/task.ts';
import { ALL_OUTCOMES, ruleOf } from '../../shared/domain/task-outcome.ts';
import type { Entered, EntryFault } from '../../shared/pictures/task-page/task-page.ts';
import type { ApiEvent } from '../http/api-request.ts';
import { HttpProblem } from '../http/problem.ts';
import { resultBody, resultOf } from './task-schema.ts';

/** The form as it was sent. API Gateway hands form data over in base64. */
export function enteredIn(event: ApiEvent): Entered {
  if (!/^application\/x-www-form-urlencoded\b/i.test(event.headers['content-type'] ?? '')) throw NO_FORM;
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  const fields = new URLSearchParams(body);
  const field = (name: string) => (fields.get(name) ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  return { outcome: field('outcome'), note: field('note'), promisedOn: field('promisedOn'), newDueOn: field('newDueOn') };
}

const NO_FORM = new HttpProblem({
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  title: 'Unsupported media type',
  detail: 'send the form of the page, application/x-www-form-urlencoded',
});

/** What was entered → what is said; a date that belongs to another outcome was left over from a change of mind, and is dropped. */
export function saidBy({ outcome, note, promisedOn, newDueOn }: Entered): SaidResult {
  const known = ALL_OUTCOMES.find((o) => o === outcome);
  const field = known && ruleOf(known).date?.field;
  return resultOf(
    resultBody.parse({
      outcome,
      ...(note === '' ? {} : { note }),
      ...(field === 'promisedOn' && promisedOn !== '' ? { promisedOn } : {}),
      ...(field === 'newDueOn' && newDueOn !== '' ? { newDueOn } : {}),
    }),
  );
}

/** Why it could not be recorded, for the person who entered it; undefined: it is not his mistake. */
export function faultOf(error: unknown): EntryFault | undefined {
  if (error instanceof Refusal)
    return { fault: OF_REFUSALS[error.code] ?? 'other', ...(OF_REFUSALS[error.code] ? {} : { detail: error.message }) };
  if (!(error instanceof $ZodError)) return undefined;
  const field = error.issues[0]?.path[0];
  if (field === 'outcome') return { fault: 'noOutcome' };
  return { fault: field === 'note' ? 'noteTooLong' : 'dateMissing' };
}

const OF_REFUSALS: Readonly<Partial<Record<Refusal['code'], EntryFault['fault']>>> = {
  OUTCOME_NOT_OFFERED: 'noOutcome',
  DATE_MISSING: 'dateMissing',
  DATE_NOT_LATER: 'dateNotLater',
  NOTHING_OWED: 'nothingOwed',
};
