import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import type { Regulation } from '../../../shared/domain/regulation.ts';
import { diagramAsSvg } from '../../../shared/pictures/process-diagram/svg.ts';
import { hostile } from '../regulations.ts';

const SVG = { svg: 'http://www.w3.org/2000/svg' };

/** Texts of the picture by class, lines of one text joined by spaces. Throws when it is no XML. */
function texts(regulation: Regulation, language: 'en' | 'uk' | 'ru', style: string): readonly string[] {
  const document = XmlDocument.fromString(diagramAsSvg(regulation, language));
  const found = document.find(`//svg:text[contains(concat(' ', @class, ' '), ' ${style} ')]`, SVG);
  const read = found.map((text) => text.content.trim());
  document.dispose();
  return read;
}

test('nothing of a title is cut: the lines of each task put together are the whole title', () => {
  const titles = texts(defaultRegulation, 'en', 'title').map((title) => title.replaceAll(' ', ''));
  expect(titles).toEqual(defaultRegulation.actions.map(({ title }) => title.replaceAll(' ', '')));
});

test('a code as long as it may be stays in its box', () => {
  const [first, ...others] = defaultRegulation.actions;
  const renamed = {
    ...defaultRegulation,
    actions: [{ ...first!, code: 'W'.repeat(32) }, ...others],
    checkpoints: defaultRegulation.checkpoints.slice(1),
  };
  const long = { ...renamed, checkpoints: [{ ...defaultRegulation.checkpoints[0]!, actions: ['W'.repeat(32)] }, ...renamed.checkpoints] };
  expect(diagramAsSvg(long, 'en')).toMatch(/textLength="84"[^>]*>W{32}</);
  expect(diagramAsSvg(defaultRegulation, 'en')).not.toContain('textLength');
});

test.each([
  ['en', 'Paid?', 'yes', 'no', 'C5on the daygrace ends', 'accountable'],
  ['uk', 'Сплачено?', 'так', 'ні', 'C5в останнійденьпільговогоперіоду', 'відповідає'],
  ['ru', 'Оплачено?', 'да', 'нет', 'C5в последнийденьльготногопериода', 'отвечает'],
] as const)('in %s the fixed words, the moments and the legend are in that language', (language, question, yes, no, moment, legend) => {
  expect(texts(defaultRegulation, language, 'name')).toEqual(Array.from({ length: 8 }, () => question));
  expect(new Set(texts(defaultRegulation, language, 'answer'))).toEqual(new Set([yes, no]));
  expect(texts(defaultRegulation, language, 'moment')[4]).toBe(moment);
  expect(texts(defaultRegulation, language, 'label')).toContain(legend);
});

test('a checkpoint for some classes or amounts has a way around it', () => {
  expect(texts(hostile, 'en', 'answer').toSorted()).toEqual(['no', 'no', 'waived', 'yes', 'yes']);
});

test('who cannot see the picture is told what it shows', () => {
  const svg = diagramAsSvg(defaultRegulation, 'en');
  expect(svg).toContain('role="img" aria-labelledby="title description" lang="en"');
  expect(svg).toContain('<title id="title">Control of premium payments (premium-control, version 1)</title>');
  expect(svg).toContain('C3 · 1 business day after the due date: A3 Call the policyholder.');
});

test('the picture loads nothing, runs nothing, and texts stay texts', () => {
  const svg = diagramAsSvg(hostile, 'en');
  expect(svg).not.toMatch(/<script|<img|<a[ >]|href=|url\((?!#arrow\))|@import/);
  expect(texts(hostile, 'en', 'process')).toEqual(['</title><script>alert(1)</script>']);
});
