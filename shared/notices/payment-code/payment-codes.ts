import { sum } from '../../domain/money.ts';
import type { Attachment, NoticeFacts } from '../notice-facts.ts';
import { epcCode } from './epc-code.ts';
import { nbuCode } from './nbu-code.ts';
import type { PaymentRequest } from './payment-request.ts';
import { epcPicture, nbuPicture } from './qr-picture.ts';

/** A code to scan with a banking app, for one policy. */
export interface PaymentCode {
  readonly request: PaymentRequest;
  readonly picture: Attachment & { readonly cid: string };
  /** Opens a banking app on the phone that shows the message, which cannot scan itself. */
  readonly link?: string;
}

/** More than this are a wall of codes in which the wrong one is scanned; the details in text serve better. */
const MOST_CODES = 4;

/** The codes that can be made for what is outstanding: by policy and currency, where an account and a standard fit. */
export function paymentCodes(facts: NoticeFacts): readonly PaymentCode[] {
  const codes = requestsOf(facts).flatMap((request, index) => codeFor(request, `payment-${index + 1}`) ?? []);
  return codes.length <= MOST_CODES ? codes : [];
}

function requestsOf({ items, accounts = [] }: NoticeFacts): readonly PaymentRequest[] {
  const owed = items.filter(({ outstanding }) => outstanding.amountMinor > 0);
  const byTarget = Map.groupBy(owed, ({ policyNumber, outstanding }) => `${outstanding.currency} ${policyNumber}`);
  return [...byTarget.values()].flatMap((ofOne) => {
    const [first] = ofOne;
    const account = accounts.find(({ currency }) => currency === first?.outstanding.currency);
    if (!first || !account) return [];
    const amountMinor = sum(ofOne.map(({ outstanding }) => outstanding.amountMinor));
    return [{ account, policyNumber: first.policyNumber, amount: { amountMinor, currency: account.currency } }];
  });
}

function codeFor(request: PaymentRequest, name: string): PaymentCode | undefined {
  const picture = (content: Uint8Array) => ({ cid: `${name}@premium-control`, filename: `${name}.png`, contentType: 'image/png', content });
  const epc = epcCode(request);
  if (epc !== undefined) return { request, picture: picture(epcPicture(epc)) };
  const link = nbuCode(request);
  return link === undefined ? undefined : { request, link, picture: picture(nbuPicture(link)) };
}
