import { addDays, type LocalDate, localDate } from '../../../shared/domain/local-date.ts';
import { openApi, type Where } from './api/api.ts';
import { checkBooks } from './books/check-books.ts';
import { equalPayments } from './books/equal-payments.ts';
import { happeningsOf } from './books/happenings.ts';
import { readBack } from './books/read-back.ts';
import { totalsOf } from './books/totals.ts';
import { type WorthALook, worthALook } from './books/worth-a-look.ts';
import { liveAYear } from './live-a-year.ts';
import { openPortfolio } from './open-portfolio.ts';
import { buildPortfolio } from './portfolio/build-portfolio.ts';
import { yearTables } from './report/tables.ts';

export interface Story {
  readonly seed: number;
  readonly clients: number;
  readonly days: number;
  /** Aborted: no further request is made, and the story is rejected. */
  readonly over: AbortSignal;
  onDay(today: LocalDate, text: string): void;
}

export interface Told {
  readonly tables: string;
  readonly worthALook: readonly WorthALook[];
  /** Empty: the books agree. */
  readonly faults: readonly string[];
}

/** A Monday. The story has its own year, so that it is the same whenever it is told. */
export const STARTS_ON = localDate('2027-01-04');

/** Loads the portfolio, lives the year, and reads back what became of it: all over HTTP. */
export const tellStory = async (where: Where, { seed, clients, days, over, onDay }: Story): Promise<Told> => {
  const api = await openApi(where, over);
  const portfolio = buildPortfolio({ seed, startsOn: STARTS_ON, clients });
  const policies = await openPortfolio(api, portfolio);
  const receipts = await liveAYear(api, policies, {
    startsOn: STARTS_ON,
    days,
    seed,
    onDay: (today, reported) => onDay(today, `${portfolio.clients.length} clients, ${policies.length} policies, ${reported} payments`),
  });
  onDay(addDays(STARTS_ON, days), 'reading the books');
  const found = await readBack(
    api,
    portfolio.clients.map(({ clientId }) => clientId),
  );
  const twins = equalPayments(found, portfolio.twins);
  const findings = { totals: totalsOf(found, receipts), receipts, happenings: happeningsOf(found), cells: found.cells };
  return {
    tables: yearTables({ ...findings, equalPayments: twins }),
    worthALook: [...worthALook(found), ...(twins?.courses ?? []).map(({ policy, class: of }) => ({ policy, why: `late, of class ${of}` }))],
    faults: checkBooks(found, receipts),
  };
};
