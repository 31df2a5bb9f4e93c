import { type Html, html, nothing } from './html.ts';
import type { Letter, LetterCode, Row, Section, Tone } from './letter.ts';
import { listingAsHtml } from './listing-as-html.ts';

/** The letter as an HTML mail: tables and inline styles, which is what mail clients agree on; one column, nothing from outside. */
export function letterAsHtml(letter: Letter): string {
  const { warning, contact } = letter;
  return page(
    letter,
    html`
${paragraph(letter.greeting)}
${paragraph(letter.lead)}
${warning === undefined ? nothing : callout(warning, letter.tone)}
${letter.actions.map(section)}
${letter.links.map((link) => button(link.label, link.url))}
${letter.sections.map(section)}
${letter.codes.map(code)}
${letter.closing.map(paragraph)}
${contact ? html`<p style="${PARAGRAPH}">${contact.label}: ${contact.name}, <a class="link" style="color:#1d4ed8" href="mailto:${mailAddress(contact.email)}">${contact.email}</a></p>` : nothing}
<p style="${PARAGRAPH}">${letter.regards}<br>${letter.from}</p>`,
  ).markup;
}

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const PARAGRAPH = 'margin:0 0 16px;font-size:16px;line-height:24px';

const COLOURS: Readonly<Record<Tone, string>> = { calm: '#1d4ed8', urgent: '#b45309', grave: '#b91c1c', good: '#15803d' };

/** In dark mode the light colours that are set inline must yield; clients without support invert by themselves. */
const DARK = html`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#111827!important}
.card{background:#1f2937!important;color:#f3f4f6!important}
.label,.footer{color:#9ca3af!important}
.line{border-color:#374151!important}
.callout{background:#374151!important;color:#f3f4f6!important}
.link{color:#93c5fd!important}
}
</style>`;

/** The preheader is what the list of messages shows after the subject; the filler keeps the list from showing more of the body. */
const page = (letter: Letter, body: Html): Html => html`<!doctype html>
<html lang="${letter.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${letter.subject}</title>
${DARK}
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${letter.lead}${PREHEADER_END}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f6"><tr><td align="center" style="padding:16px 8px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background:#ffffff;color:#111827;border-top:4px solid ${COLOURS[letter.tone]};${FONT};text-align:left">
<tr><td style="padding:24px 20px 0">
<p class="label" style="margin:0 0 8px;font-size:16px;line-height:24px;color:#4b5563">${letter.from}</p>
<h1 style="margin:0 0 16px;font-size:24px;line-height:30px;font-weight:700">${letter.heading}</h1>
</td></tr>
<tr><td style="padding:0 20px 8px;overflow-wrap:anywhere">${body}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
<p class="footer" style="max-width:600px;margin:16px auto;padding:0 20px;${FONT};font-size:16px;line-height:24px;color:#4b5563">${letter.footer}</p>
</td></tr></table>
</body>
</html>
`;

const PREHEADER_END = html`${Array.from({ length: 60 }, () => html`&#847;&zwnj;&nbsp;`)}`;

const paragraph = (text: string): Html => html`<p style="${PARAGRAPH}">${text}</p>
`;

const callout = (text: string, tone: Tone): Html =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px"><tr><td class="callout" style="padding:12px 16px;background:#f9fafb;border-left:4px solid ${COLOURS[tone]};font-size:16px;line-height:24px">${text}</td></tr></table>`;

const section = ({
  title,
  note,
  groups,
  listing,
}: Section): Html => html`<h2 style="margin:24px 0 8px;font-size:18px;line-height:24px;font-weight:700">${title}</h2>
${note === undefined ? nothing : paragraph(note)}
${groups.map(
  (
    rows,
  ) => html`<table width="100%" cellpadding="0" cellspacing="0" border="0" class="line" style="margin:0 0 16px;border-top:1px solid #d1d5db;border-collapse:collapse">
${rows.map(row)}</table>
`,
)}${listing === undefined ? nothing : listingAsHtml(listing)}`;

const row = ({ label, value, strong }: Row): Html => html`<tr>
<th scope="row" class="label line" width="38%" style="padding:8px 12px 8px 0;border-bottom:1px solid #e5e7eb;text-align:left;vertical-align:top;font-size:16px;line-height:22px;font-weight:400;color:#4b5563">${label}</th>
<td class="line" style="padding:8px 0;border-bottom:1px solid #e5e7eb;text-align:left;vertical-align:top;font-size:16px;line-height:22px;font-weight:${strong ? 700 : 400}">${value}</td>
</tr>
`;

const button = (label: string, url: string): Html =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td style="background:#1d4ed8;border-radius:6px"><a href="${url}" style="display:inline-block;padding:12px 24px;${FONT};font-size:16px;line-height:24px;font-weight:700;color:#ffffff;text-decoration:none">${label}</a></td></tr></table>`;

/** The picture is for readers at a screen, the link for those on a phone, who cannot scan it. White stays white in dark mode. */
const code = ({ cid, caption, link }: LetterCode): Html => html`<p style="${PARAGRAPH}">${caption}</p>
<p style="${PARAGRAPH}"><img src="cid:${cid}" width="270" height="270" alt="QR" style="display:block;width:270px;height:270px;max-width:100%;background:#ffffff;margin:0 0 8px"></p>
${link ? button(link.label, link.url) : nothing}
`;

const mailAddress = (email: string): string => encodeURIComponent(email).replace('%40', '@');
