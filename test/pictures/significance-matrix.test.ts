import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { DEFAULT_MODEL } from '../../shared/domain/significance/default-model.ts';
import { COLOURS, classesOf, counted, type SignificancePicture, share } from '../../shared/pictures/significance-matrix.ts';
import { significanceAsHtml } from '../../shared/pictures/significance-matrix-html.ts';
import { significanceAsSvg } from '../../shared/pictures/significance-matrix-svg.ts';

const picture = (changes: Partial<SignificancePicture> = {}): SignificancePicture => ({
  language: 'en',
  modelVersion: 3,
  matrix: DEFAULT_MODEL.matrix,
  clients: { P1: { F1: 12, F2: 148, F3: 1204 }, P2: { F1: 0, F2: 3318, F3: 20_541 }, P3: { F1: 7, F2: 999_999, F3: 1_043_210 } },
  ...changes,
});
const SHAPES = { svg: significanceAsSvg, html: significanceAsHtml };
const LANGUAGES = ['en', 'uk', 'ru'] as const;

describe.each(Object.entries(SHAPES))('as %s', (_, draw) => {
  test.each(LANGUAGES)('it is well-formed in %s: what is text is escaped', (language) => {
    const markup = draw(picture({ language })).replace('<!doctype html>', '');
    expect(XMLValidator.validate(markup.replaceAll(/<(meta|col)\b([^>]*)>/g, '<$1$2/>'))).toBe(true);
    expect(markup).toContain('&lt;0');
  });

  test('it loads nothing and runs nothing', () => {
    expect(draw(picture())).not.toMatch(/<script|<link|<image|url\(|@import|\son\w+=|href=/i);
  });

  test.each([
    ['en', 'Significance of clients', '2,068,439 clients'],
    ['uk', 'Значущість клієнтів', '2 068 439 клієнтів'],
    ['ru', 'Значимость клиентов', '2 068 439 клиентов'],
  ] as const)('it speaks %s', (language, title, total) => {
    const markup = draw(picture({ language })).replaceAll('\u00a0', ' ');
    expect(markup).toContain(`lang="${language}"`);
    expect(markup).toContain(title);
    expect(markup).toContain(total);
  });

  test('without clients it is still a picture', () => {
    const none = { F1: 0, F2: 0, F3: 0 };
    expect(draw(picture({ clients: { P1: none, P2: none, P3: none } }))).not.toMatch(/NaN|undefined/);
  });
});

/* Row by row, the default matrix: A A B, A B C, B C C. */
const NINE = [
  ['A', 'P1 F1', '12'],
  ['A', 'P1 F2', '148'],
  ['B', 'P1 F3', '1,204'],
  ['A', 'P2 F1', '0'],
  ['B', 'P2 F2', '3,318'],
  ['C', 'P2 F3', '20,541'],
  ['B', 'P3 F1', '7'],
  ['C', 'P3 F2', '999,999'],
  ['C', 'P3 F3', '1,043,210'],
];

test('the SVG shows nine cells, each with its letter, name, number and the colour of its class', () => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, isArray: (name) => name === 'g' });
  const { svg } = parser.parse(significanceAsSvg(picture()));
  const cells = svg.g.filter((group: { transform?: string }) => group.transform);
  expect(cells.map(({ text }: { text: { '#text': string }[] }) => text.slice(0, 3).map((line) => line['#text']))).toEqual(NINE);
  for (const { fill, rect, text } of cells) expect([rect.fill, fill]).toEqual(Object.values(COLOURS[text[0]['#text'] as 'A']));
});

test('the SVG tells a screen reader all that it shows', () => {
  const svg = significanceAsSvg(picture());
  expect(svg).toContain('role="img" aria-labelledby="significance-title significance-desc"');
  const description = /<desc id="significance-desc">(.*)<\/desc>/.exec(svg)?.[1];
  expect(description).toBe(
    'Model version 3 · 2,068,439 clients. P1 F1, Class A: 12 clients; P1 F2, Class A: 148 clients; P1 F3, Class B: 1,204 clients; ' +
      'P2 F1, Class A: 0 clients; P2 F2, Class B: 3,318 clients; P2 F3, Class C: 20,541 clients; ' +
      'P3 F1, Class B: 7 clients; P3 F2, Class C: 999,999 clients; P3 F3, Class C: 1,043,210 clients.',
  );
});

test('the page is a table with heads for its rows and columns, and the letter in every cell', () => {
  const page = significanceAsHtml(picture());
  const cells = [
    ...page.matchAll(
      /<td class="([ABC])"><span class="letter"><span class="aside">Class <\/span>([ABC])<\/span><span [^>]*>(P\d F\d)<\/span><b>([\d,]+)<\/b>/g,
    ),
  ];
  expect(cells.map(([, , letter, cell, clients]) => [letter, cell, clients])).toEqual(NINE);
  expect(cells.every(([, colour, letter]) => colour === letter)).toBe(true);
  expect([...page.matchAll(/<th scope="(row|col)"><strong>(\w\d)/g)].map(([, scope, band]) => `${scope} ${band}`)).toEqual([
    'col F1',
    'col F2',
    'col F3',
    'row P1',
    'row P2',
    'row P3',
  ]);
});

test('classes add up the cells that the model gives them', () => {
  expect(classesOf(picture()).map((of) => [of.class, of.clients])).toEqual([
    ['A', 160],
    ['B', 4529],
    ['C', 2_063_750],
  ]);
});

test.each([
  [1, 'uk', '1 клієнт'],
  [3, 'uk', '3 клієнти'],
  [11, 'uk', '11 клієнтів'],
  [21, 'ru', '21 клиент'],
  [22, 'ru', '22 клиента'],
  [25, 'ru', '25 клиентов'],
  [1, 'en', '1 client'],
  [0, 'en', '0 clients'],
] as const)('%i in %s: %s', (clients, language, expected) => {
  expect(counted(clients, language)).toBe(expected);
});

test.each([
  [1, 3, '33.3%'],
  [1, 1_000_000, '<0.1%'],
  [0, 10, '0%'],
  [0, 0, '–'],
])('%i of %i is %s', (clients, total, expected) => {
  expect(share(clients, total, 'en')).toBe(expected);
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

test('letters are legible on their colours, and colours differ in lightness alone', () => {
  for (const { fill, ink } of Object.values(COLOURS)) expect(contrast(fill, ink)).toBeGreaterThan(7);
  expect(contrast(COLOURS.A.fill, COLOURS.B.fill)).toBeGreaterThan(3);
  expect(contrast(COLOURS.B.fill, COLOURS.C.fill)).toBeGreaterThan(1.4);
});
