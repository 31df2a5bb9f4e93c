import Table from 'cli-table3';
import { formatInstant } from '../../shared/domain/zone.ts';
import type { LocalCloud } from './cloud.ts';
import { wholeSecond } from './scheduler/schedules.ts';

/** What somebody who has just started it wants to know. */
export const startupTable = ({ apiUrl, mailUrl, clock }: LocalCloud, dataDir: string | null): string => {
  const table = new Table({ chars: COMPACT, style: { head: [], border: [] } });
  table.push(
    { API: apiUrl },
    { Documentation: `${apiUrl}/openapi.json` },
    { Mailbox: `${mailUrl}  as JSON: ${mailUrl}/store` },
    { Clock: `${formatInstant(wholeSecond(clock.now()))}  move it: curl -d '{"advanceBy":"P14D"}' ${apiUrl}/_local/clock` },
    { Token: `curl -sX POST ${apiUrl}/_local/token` },
    { 'Data folder': dataDir ?? 'none: nothing is kept' },
  );
  return table.toString();
};

/** No lines between rows. */
const COMPACT = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
