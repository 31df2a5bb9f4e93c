import { type Formats, formatsOf } from './formats.ts';
import { type Gist, gistOf } from './gist.ts';
import type { Letter, LetterCode, Link } from './letter.ts';
import { actionSections, detailsSection, paymentSections } from './letter-sections.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { type ParticipantOccasion, participantOccasion, policyholderOccasion, TONES } from './occasion.ts';
import { oneLine } from './one-line.ts';
import type { PaymentCode } from './payment-code/payment-codes.ts';
import type { Wording } from './wording/wording.ts';
import { WORDINGS } from './wording/wordings.ts';

/** Far below the 998 characters of a header line (RFC 5322), encoded too; no mail client shows more. */
const LONGEST_SUBJECT = 180;

/** Puts facts that are clean into words. The codes are those that will be attached. */
export function writeLetter(facts: NoticeFacts, codes: readonly PaymentCode[]): Letter {
  const formats = formatsOf(facts.language);
  const wording = WORDINGS[facts.language];
  const gist = gistOf(facts, formats);
  const { occasion, lead } = openingOf(facts, wording, gist);
  const heading = wording.headings[occasion](gist);
  const payment = paymentSections(facts, wording);
  const { consequence, contact } = facts;

  return {
    language: facts.language,
    tone: TONES[occasion],
    from: facts.insurerName,
    subject: oneLine(subjectOf(facts, wording, heading, gist), LONGEST_SUBJECT),
    heading,
    greeting: wording.greeting(facts.recipient.name, addressee(facts)),
    lead,
    actions: actionSections(facts, wording, formats),
    links: taskLinks(facts, wording),
    sections: [detailsSection(facts, wording, formats), ...payment],
    codes: codes.map((code) => letterCode(code, wording, formats, codes.length > 1)),
    ...(consequence && { warning: wording.consequences[consequence.kind](formats.date(consequence.notBefore), gist) }),
    closing: payment.length > 0 ? [wording.alreadyPaid] : [],
    ...(contact && { contact: { label: wording.contact[addressee(facts)], ...contact } }),
    regards: wording.regards,
    footer: wording.footer(facts.insurerName),
  };
}

/** Whoever has a link may record the result, so nobody gets one but who is responsible. */
function taskLinks({ audience, actions }: NoticeFacts, { openTask }: Wording): readonly Link[] {
  const tasks = audience === 'responsible' ? actions.filter((action) => action.taskUrl !== undefined) : [];
  const isOneAction = new Set(tasks.map(({ code, title }) => `${code}. ${title}`)).size === 1;
  return tasks.map(({ taskUrl = '', code, title, policyNumber }) => {
    const which = [...(isOneAction ? [] : [`${code}. ${title}`]), ...(policyNumber === undefined ? [] : [policyNumber])];
    return { label: tasks.length === 1 ? openTask : [openTask, which.join(', ')].filter((part) => part !== '').join(': '), url: taskUrl };
  });
}

/** Of several links each says what it pays: on a phone, and in text, nothing else tells them apart. */
const letterCode = ({ picture, request, link }: PaymentCode, wording: Wording, formats: Formats, isOneOfSeveral: boolean): LetterCode => {
  const amount = formats.money(request.amount);
  const label = isOneOfSeveral ? `${wording.payInApp}: ${request.policyNumber}, ${amount}` : wording.payInApp;
  return {
    cid: picture.cid,
    caption: wording.paymentCode(amount, request.policyNumber),
    ...(link !== undefined && { link: { label, url: link } }),
  };
};

const addressee = ({ audience }: NoticeFacts) => (audience === 'policyholder' ? 'policyholder' : 'participant');

function openingOf(facts: NoticeFacts, { leads, roles }: Wording, gist: Gist): { occasion: ParticipantOccasion; lead: string } {
  if (facts.audience === 'policyholder') {
    const occasion = policyholderOccasion(facts);
    return { occasion, lead: leads.policyholder[occasion](gist) };
  }
  const occasion = participantOccasion(facts);
  return { occasion, lead: `${leads.participant[occasion](gist)} ${roles[facts.audience]}` };
}

/** A task and an escalation say by their heading that something is to be done; other matters say for whom they are meant. */
function subjectOf({ audience, kind }: NoticeFacts, { subjects }: Wording, heading: string, gist: Gist): string {
  if (audience === 'policyholder') return subjects.policyholder(heading, gist);
  const subject = subjects.participant(heading, gist);
  if (audience === 'informed') return subjects.forInformation(subject);
  return kind === 'task' || kind === 'escalate' ? subject : subjects.forAction(subject);
}
