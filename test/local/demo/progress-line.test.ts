import { expect, test } from 'vitest';
import { progressLine } from '../../../infra/local/demo/report/progress-line.ts';
import { localDate } from '../../../shared/domain/local-date.ts';

const lived = (isTTY: boolean): string => {
  let written = '';
  const output = {
    isTTY,
    write: (text: string | Uint8Array) => {
      written += text;
      return true;
    },
  };
  const line = progressLine(output);
  for (const day of ['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02']) line.say(localDate(day), 'so far');
  line.end();
  return written;
};

test('a terminal has one line, written over again and gone at the end', () => {
  const written = lived(true);
  expect(written).not.toContain('\n');
  expect(written.match(/\r2027/g)).toHaveLength(4);
  expect(written.endsWith('\r\u001b[K')).toBe(true);
});

test('elsewhere there is a line for each month', () => {
  expect(lived(false)).toBe('2027-01-30  so far\n2027-02-01  so far\n');
});
