import { formatAmount, type Money, sum } from '../../../../shared/domain/money.ts';
import type { Receipt } from '../payers/bank.ts';
import { hasLeft } from './happenings.ts';
import type { PolicyStory, ReadBack } from './read-back.ts';
import { totalsOf } from './totals.ts';

/** Where what was read back is not what was done, a line each; empty: the books agree to the cent. */
export const checkBooks = (found: ReadBack, receipts: readonly Receipt[]): readonly string[] => [
  ...moneyIsThere(found, receipts),
  ...found.policies.flatMap(coversWhatItReceived),
  ...everyPaymentIsThereOnce(found, receipts),
  ...receipts.flatMap((receipt) => wentWhereItShould(found, receipt)),
  ...mailsWereSent(found),
  ...endsWereAnnounced(found),
  ...everyClientHasAClass(found),
  ...(found.deadLetters === 0 ? [] : [`${found.deadLetters} pieces of work failed for good: see /_local/dead-letters`]),
];

const moneyIsThere = (found: ReadBack, receipts: readonly Receipt[]): readonly string[] =>
  totalsOf(found, receipts)
    .filter(({ paidIn, applied, suspense }) => paidIn !== applied + suspense)
    .map(({ currency, paidIn, applied, suspense }) => {
      const shown = (amountMinor: number) => formatAmount({ amountMinor, currency });
      return `${currency}: ${shown(paidIn)} was paid in, but ${shown(applied)} is applied and ${shown(suspense)} in suspense`;
    });

/** Received = Σ coverage + excess credit. */
const coversWhatItReceived = ({ policyNumber, installments, standing }: PolicyStory): readonly string[] => {
  const covered = sum(installments.map((installment) => installment.covered.amountMinor));
  return covered + standing.excessCredit.amountMinor === standing.received.amountMinor
    ? []
    : [`${policyNumber}: what is covered and the credit don't add up to what was received`];
};

const everyPaymentIsThereOnce = ({ policies, suspense }: ReadBack, receipts: readonly Receipt[]): readonly string[] => {
  const applied = policies.flatMap(({ timeline }) => timeline.flatMap((e) => (e.kind === 'payment' && e.status === 'applied' ? [e] : [])));
  const told = [...applied, ...suspense].map(({ paymentId, amount }) => lineOf(paymentId, amount)).toSorted();
  const meant = receipts.map(({ paymentId, transfer }) => lineOf(paymentId, transfer.money)).toSorted();
  const missing = meant.filter((line) => !told.includes(line));
  const unknown = told.filter((line, index) => !meant.includes(line) || told[index - 1] === line);
  return [
    ...missing.map((line) => `${line} was reported, but is nowhere`),
    ...unknown.map((line) => `${line} is there without a report of its own`),
  ];
};

const lineOf = (paymentId: string, money: Money): string => `payment ${paymentId} of ${formatAmount(money)} ${money.currency}`;

const CLOSED = ['lapsed', 'completed', 'cancelled'];

/** 201 or 202 at first, 200 for each replay, with the same outcome; money for a policy that has ended waits in suspense. */
const wentWhereItShould = ({ policies }: ReadBack, { paymentId, transfer, answers }: Receipt): readonly string[] => {
  const [first, ...replays] = answers;
  const target = policies.find(({ policyNumber }) => policyNumber === transfer.policyNumber);
  const isClosed = target !== undefined && CLOSED.includes(target.status);
  const isRight =
    first !== undefined &&
    (first.outcome === transfer.intention || (first.outcome === 'policyClosed' && transfer.intention === 'applied' && isClosed)) &&
    first.httpStatus === (first.outcome === 'applied' ? 201 : 202) &&
    replays.every(({ httpStatus, outcome }) => httpStatus === 200 && outcome === first.outcome);
  const shown = answers.map(({ httpStatus, outcome }) => `${httpStatus} ${outcome}`).join(', then ');
  return isRight ? [] : [`payment ${paymentId} should have become ${transfer.intention}, but was answered ${shown}`];
};

/** What a client is told of several policies leaves in one mail, whose id each of the notices has. */
const mailsWereSent = ({ policies, mails }: ReadBack): readonly string[] => {
  const notices = policies.flatMap(({ timeline }) => timeline.flatMap((entry) => (entry.kind === 'notice' ? [entry] : [])));
  const sent = new Set(notices.filter(hasLeft).map(({ messageId }) => messageId)).size;
  const unknown = notices.filter(({ state }) => state === 'UNKNOWN').length; // SES may have taken them
  return mails >= sent && mails <= sent + unknown ? [] : [`notices were sent in ${sent} mails, but there are ${mails} in the mailbox`];
};

const endsWereAnnounced = ({ policies, events }: ReadBack): readonly string[] =>
  (
    [
      ['lapsed', 'PolicyLapsed'],
      ['completed', 'PolicyCompleted'],
    ] as const
  ).flatMap(([status, type]) => {
    const ended = policies.filter((policy) => policy.status === status).length;
    const announced = events.filter((event) => event === type).length;
    return ended === announced ? [] : [`${ended} policies are ${status}, but ${announced} ${type} events were published`];
  });

const everyClientHasAClass = ({ clients, cells }: ReadBack): readonly string[] => {
  const counted = sum(cells.map((cell) => cell.clients));
  return counted === clients ? [] : [`there are ${clients} clients, but ${counted} in the cells of the significance matrix`];
};
