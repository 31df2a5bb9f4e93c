import type { Entry, Letter, Listing, Row, Section } from './letter.ts';

/** Within the 78 characters that RFC 5322 asks for, with room for two levels of quoting. */
const WIDTH = 72;

/** The letter as plain text: the same words in the same order as the HTML. */
export function letterAsText(letter: Letter): string {
  const { warning, contact } = letter;
  const blocks = [
    wrapped(letter.heading),
    wrapped(letter.greeting),
    wrapped(letter.lead),
    ...(warning === undefined ? [] : [wrapped(warning)]),
    ...letter.actions.map(sectionAsText),
    ...letter.links.map(({ label, url }) => `${label}:\n${url}`),
    ...letter.sections.map(sectionAsText),
    ...letter.codes.flatMap(({ link }) => (link ? [`${link.label}:\n${link.url}`] : [])),
    ...letter.closing.map((paragraph) => wrapped(paragraph)),
    ...(contact ? [wrapped(`${contact.label}: ${contact.name}, ${contact.email}`)] : []),
    `${letter.regards}\n${wrapped(letter.from)}`,
    `-- \n${wrapped(letter.footer)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionAsText({ title, note, groups, listing }: Section): string {
  const rows = groups.map((group) => group.map((row) => rowAsText(row)).join('\n')).join('\n\n');
  return [
    `${wrapped(title)}\n${'-'.repeat(Math.min(WIDTH, title.length))}`,
    ...(note === undefined ? [] : [`${wrapped(note)}\n`]),
    rows,
    ...(listing === undefined ? [] : [`\n${listingAsText(listing)}`]),
  ].join('\n');
}

function listingAsText({ heads: [, outstanding], entries, totals }: Listing): string {
  const asText = ({ name, notes, amount }: Entry) =>
    [name, ...[...notes, { label: outstanding, value: amount }].map((row) => `  ${rowAsText(row, '    ')}`)].join('\n');
  return [...entries.map(asText), ...(totals.length > 0 ? [totals.map((row) => rowAsText(row)).join('\n')] : [])].join('\n\n');
}

const rowAsText = ({ label, value }: Row, indent = '  '): string => wrapped(`${label}: ${value}`, indent);

/** Broken between words, never inside one: an address or a number stays whole, also where it is longer than a line. */
function wrapped(paragraph: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}${word}`;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
