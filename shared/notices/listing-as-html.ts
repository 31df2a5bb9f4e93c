import { type Html, html } from './html.ts';
import type { Entry, Listing, Row } from './letter.ts';

/** Two columns, which fit a phone: what it is about, and what is outstanding. An amount never breaks. */
export const listingAsHtml = ({
  heads: [name, amount],
  entries,
  totals,
}: Listing): Html => html`<table width="100%" cellpadding="0" cellspacing="0" border="0" class="line" style="margin:0 0 16px;border-top:1px solid #d1d5db;border-collapse:collapse">
<tr>
<th scope="col" class="label line" style="${CELL};padding-right:12px;font-weight:400;color:#4b5563">${name}</th>
<th scope="col" class="label line" style="${CELL};${AMOUNT};font-weight:400;color:#4b5563">${amount}</th>
</tr>
${entries.map(entry)}${totals.map(total)}</table>
`;

const CELL =
  'padding-top:8px;padding-bottom:8px;border-bottom:1px solid #e5e7eb;text-align:left;vertical-align:top;font-size:16px;line-height:22px';
const AMOUNT = 'text-align:right;white-space:nowrap';

const entry = ({ name, notes, amount }: Entry): Html => html`<tr>
<th scope="row" class="line" style="${CELL};padding-right:12px;font-weight:700">${name}${notes.map(note)}</th>
<td class="line" style="${CELL};${AMOUNT};font-weight:700">${amount}</td>
</tr>
`;

const note = ({ label, value }: Row): Html =>
  html`<div class="label" style="font-size:16px;line-height:22px;font-weight:400;color:#4b5563">${label}: ${value}</div>`;

const total = ({ label, value }: Row): Html => html`<tr>
<th scope="row" class="line" style="${CELL};padding-right:12px;font-weight:700">${label}</th>
<td class="line" style="${CELL};${AMOUNT};font-weight:700">${value}</td>
</tr>
`;
