import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { defaultRegulation } from '../../shared/domain/default-regulation.ts';
import { responsibilityMatrix } from '../../shared/pictures/responsibility-matrix.ts';
import { matrixAsCsv } from '../../shared/pictures/responsibility-matrix-csv.ts';
import { matrixAsHtml } from '../../shared/pictures/responsibility-matrix-html.ts';
import { matrixAsMarkdown } from '../../shared/pictures/responsibility-matrix-markdown.ts';
import { hostile } from './regulations.ts';

const matrix = responsibilityMatrix(defaultRegulation, 'en');

test('the matrix has a row per action under its checkpoint, and a letter per participant who has a part', () => {
  expect(matrix.columns).toEqual(['Code', 'Action', 'Technique', 'Expected result', 'Account manager', 'Accountant', 'Head of sales']);
  expect(matrix.groups.map((g) => [g.checkpoint, g.when, ...g.rows.map((r) => r.code)])).toEqual([
    ['C1', '14 days before the due date', 'A1'],
    ['C2', '3 days before the due date', 'A2'],
    ['C3', '1 business day after the due date', 'A3'],
    ['C4', '5 business days after the due date', 'A4'],
    ['C5', 'on the day grace ends', 'A5'],
    ['C6', '5 business days after grace ends', 'A6'],
    ['C7', '10 business days after grace ends', 'A7'],
    ['C8', '20 business days after grace ends', 'A8'],
    [undefined, 'As soon as a suspended policy is paid up', 'A9'],
  ]);
  expect(matrix.groups[2]?.rows[0]).toEqual({
    code: 'A3',
    action: 'Call the policyholder',
    technique: 'Telephone call to the person who releases payments; check that the invoice has arrived',
    result: 'The reason for the delay and a promised payment date are recorded',
    participants: { accountManager: 'R', headOfSales: 'A' },
  });
});

test('whom an action writes to is informed, also without a letter', () => {
  expect(responsibilityMatrix(hostile, 'en').groups[0]?.rows[0]?.participants).toEqual({ clerk: 'I' });
});

test.each([
  ['en', 'on the due date', '2 business days after grace ends · only class B, C · from 100.00 UAH'],
  ['uk', 'у день сплати', 'через 2 робочі дні після кінця пільгового періоду · лише клас B, C · від 100.00 UAH'],
  ['ru', 'в день срока оплаты', 'через 2 рабочих дня после конца льготного периода · только класс B, C · от 100.00 UAH'],
] as const)('in %s the checkpoints are dated in words, with what they are limited to', (language, first, second) => {
  expect(responsibilityMatrix(hostile, language).groups.map((group) => group.when)).toEqual([first, second]);
});

const UAH = (amountMinor: number) => ({ amountMinor, currency: 'UAH' });
const ruled = {
  ...defaultRegulation,
  thresholds: [{ currency: 'UAH', writeOff: UAH(50), start: UAH(100), adverse: UAH(5_000) }],
  requiresReconciledThrough: true,
  calendar: { holidays: ['2027-01-08'], workingDays: ['2027-01-02', '2027-01-09'] },
};

test('what holds at every checkpoint stands beneath the table', () => {
  const matrix = responsibilityMatrix(ruled, 'en');
  expect(matrix.rules).toEqual([
    'UAH: a shortfall up to 1.00 starts nothing, one up to 50.00 never costs cover; up to 0.50 may be written off',
    'Cover is not taken away before bank statements are imported through the due date',
    'Days off besides weekends and public holidays: 2027-01-08',
    'Business days though a weekend or a public holiday: 2027-01-02, 2027-01-09',
  ]);
  expect(responsibilityMatrix(ruled, 'uk').rules[0]).toContain('до 50.00 не впливає на покриття');
  expect(responsibilityMatrix(ruled, 'ru').rules[0]).toContain('до 50.00 не влияет на покрытие');
  expect(matrixAsHtml(matrix)).toContain('<ul><li>UAH: a shortfall up to 1.00 starts nothing');
  expect(matrixAsMarkdown(matrix)).toContain('\n- Cover is not taken away before');
});

test('a regulation that leaves all of it open has nothing there', () => {
  expect(responsibilityMatrix(hostile, 'en').rules).toEqual([]);
  expect(matrixAsHtml(responsibilityMatrix(hostile, 'en'))).not.toContain('<ul>');
});

test('the CSV is read back as the same table, with the checkpoint of each row at its end', () => {
  const [header, ...rows] = parse(matrixAsCsv(matrix), { bom: true }) as string[][];
  expect(header).toEqual([...matrix.columns, 'Checkpoint', 'When']);
  expect(rows).toHaveLength(9);
  expect(rows[4]?.slice(0, 2)).toEqual(['A5', 'Escalate to the head of sales']);
  expect(rows[4]?.slice(4)).toEqual(['C', '', 'R', 'C5', 'on the day grace ends']);
});

test('no cell of the CSV begins as a formula', () => {
  const cells = (parse(matrixAsCsv(responsibilityMatrix(hostile, 'en')), { bom: true }) as string[][]).flat();
  expect(cells).toContain(`'=cmd|"/c calc"`);
  expect(cells).toContain(`'@SUM(1,"2")`);
  expect(cells).toContain(`'-2+3"];click A href "javascript:alert(1)`);
  expect(cells).toContain(`'+1|2 [a](http://x) \`c\`\n=3`);
  expect(cells).toContain(`'\t=1`);
  expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
});

test('for Excel the CSV says that it is UTF-8, and its lines end as RFC 4180 wants', () => {
  const csv = matrixAsCsv(responsibilityMatrix(defaultRegulation, 'uk'));
  expect(csv.startsWith('\uFEFFКод,Дія,')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(11); // header, 9 actions, nothing after the last line end
});

test('in Markdown a text can neither end its cell nor become markup', () => {
  const lines = matrixAsMarkdown(responsibilityMatrix(hostile, 'en')).split('\n');
  expect(lines[0]).toBe('# &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(lines).toContain('| Code | Action | Technique | Expected result | =cmd\\|"/c calc" |');
  expect(lines).toContain(
    '| A1 | &lt;img src=x onerror="alert(1)"&gt; &amp; \'co\' | +1\\|2 \\[a\\](http://x) \\`c\\` =3 | @SUM(1,"2") | I |',
  );
  expect(lines).toContain('| A2 | -2+3"\\];click A href "javascript:alert(1) |  =1 | \\* \\_x\\_ \\~y\\~ \\# z | R |');
});

test('in HTML a text stays a text', () => {
  const page = matrixAsHtml(responsibilityMatrix(hostile, 'en'));
  expect(page).not.toMatch(/<script|<img/);
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;co&#39;');
});

test('the page says its language, loads nothing, and is laid out for A4 landscape with its header on each sheet', () => {
  const page = matrixAsHtml(responsibilityMatrix(defaultRegulation, 'uk'));
  expect(page).toMatch(/^<!doctype html>\n<html lang="uk">/);
  expect(page).toContain('size: A4 landscape');
  expect(page).toContain('display: table-header-group');
  expect(page).not.toMatch(/\b(src|href)=|url\(|@import/);
  expect(page.match(/<tr>|<tr /g)).toHaveLength(1 + 9 + 9); // header, 9 group lines, 9 actions
});

test('R, A, C and I are explained on the page and in Markdown', () => {
  for (const text of [matrixAsHtml(matrix).replace(/<[^>]*>/g, ''), matrixAsMarkdown(matrix).replaceAll('*', '')]) {
    for (const words of ['R responsible', 'A accountable', 'C consulted', 'I informed']) expect(text).toContain(words);
  }
});
