import Table from 'cli-table3';
import { formatInstant } from '../../shared/domain/zone.ts';
import type { LocalCloud } from './cloud.ts';

/** What somebody who has just started it wants to know. */
export const startupTable = ({ apiUrl, mailUrl, clock }: LocalCloud, dataDir: string | null): string => {
  const table = new Table({ style: { head: [], border: [] } });
  table.push(
    { API: apiUrl },
    { Documentation: `${apiUrl}/openapi.json` },
    { Mailbox: `${mailUrl}  (as JSON: ${mailUrl}/store)` },
    { Clock: `${formatInstant(clock.now())}  (move it: POST ${apiUrl}/_local/clock)` },
    { 'Data folder': dataDir ?? 'none: nothing is kept' },
    { Token: `curl -s -X POST ${apiUrl}/_local/token` },
  );
  return table.toString();
};
