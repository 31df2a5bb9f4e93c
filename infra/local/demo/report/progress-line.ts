import type { WriteStream } from 'node:tty';
import type { LocalDate } from '../../../../shared/domain/local-date.ts';

/** Says how far the story is. */
export interface ProgressLine {
  say(today: LocalDate, text: string): void;
  /** Leaves the line, so that what is printed next has one of its own. */
  end(): void;
}

type Output = Pick<WriteStream, 'write' | 'isTTY'>;

/** One line, written over again, on a terminal; elsewhere a line for each month that begins. */
export const progressLine = (output: Output): ProgressLine => {
  if (output.isTTY) {
    return { say: (today, text) => void output.write(`\r${today}  ${text}\u001b[K`), end: () => void output.write('\r\u001b[K') };
  }
  let month = '';
  return {
    say: (today, text) => {
      if (today.slice(0, 7) === month) return;
      month = today.slice(0, 7);
      output.write(`${today}  ${text}\n`);
    },
    end: () => {},
  };
};
