import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { StartProblem } from '../start-problem.ts';
import type { StateRecord } from './records.ts';

/**
 * An append-only file of JSON lines. A line is handed to the operating system before the change takes effect, so it
 * outlives `kill -9`; only the last line can be torn, and then nobody has been answered yet: it is left out.
 */
export interface StateLog {
  readAll(): readonly StateRecord[];
  /** Replaces the whole log, in one step that can't be seen half done. */
  startOver(records: readonly StateRecord[]): void;
  append(records: readonly StateRecord[]): void;
  close(): void;
}

export const openStateLog = (path: string): StateLog => {
  let file: number | null = null;
  return {
    readAll: () => (existsSync(path) ? parseLines(readFileSync(path, 'utf8'), path) : []),
    startOver: (records) => {
      const fresh = `${path}.new`;
      const freshFile = openSync(fresh, 'w');
      writeSync(freshFile, toLines(records));
      fsyncSync(freshFile);
      closeSync(freshFile);
      renameSync(fresh, path);
      file = openSync(path, 'a');
    },
    append: (records) => {
      if (file !== null) writeSync(file, toLines(records));
    },
    close: () => {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
};

/** Nothing is kept. */
export const forgetfulLog: StateLog = { readAll: () => [], startOver: () => {}, append: () => {}, close: () => {} };

const toLines = (records: readonly StateRecord[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

const parseLines = (text: string, path: string): readonly StateRecord[] => {
  const lines = text.split('\n');
  lines.pop(); // empty after the last line's end, else torn
  return lines.map((line, index) => parseLine(line, `${path}:${index + 1}`));
};

/** The codec: this program alone writes the file. */
const parseLine = (line: string, place: string): StateRecord => {
  try {
    return JSON.parse(line) as StateRecord;
  } catch (cause) {
    throw new StartProblem(`${place} can't be read: move the data folder away to start anew`, { cause });
  }
};
