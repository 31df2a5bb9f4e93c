import { cellsOf, groupLine, type ResponsibilityMatrix } from './responsibility-matrix.ts';
import { MATRIX_WORDS } from './responsibility-matrix-words.ts';

/** GitHub's Markdown: a table per checkpoint, so that each can be linked to and read on a narrow screen. */
export function matrixAsMarkdown(matrix: ResponsibilityMatrix): string {
  const words = MATRIX_WORDS[matrix.language];
  const header = [line(matrix.columns.map(text)), line(matrix.columns.map((_, column) => (column < 4 ? '---' : ':-:')))];
  const tables = matrix.groups.map((group) =>
    [`## ${text(groupLine(group))}`, '', ...header, ...group.rows.map((row) => line(cellsOf(row, matrix).map(text)))].join('\n'),
  );
  const legend = Object.entries(words.letters).map(([letter, meaning]) => `**${letter}** ${meaning}`);
  return [
    `# ${text(matrix.title)}`,
    `${words.matrix}: ${text(matrix.regulationId)}, ${words.version} ${matrix.version}`,
    ...tables,
    legend.join(' · '),
    ...(matrix.rules.length > 0 ? [matrix.rules.map((rule) => `- ${text(rule)}`).join('\n')] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Text that stays text: no cell ends early, nothing becomes markup, a link or HTML. */
const text = (raw: string): string =>
  raw
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_[\]~#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
