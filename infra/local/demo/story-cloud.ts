import { FUNCTIONS } from '../../declaration/functions.ts';
import { type Application, PREMIUM_CONTROL } from '../application.ts';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../cloud.ts';
import { STARTS_ON } from './tell-story.ts';

const everyDays = (days: number) => ({ kind: 'recurring', rateMinutes: days * 24 * 60 }) as const;

/**
 * What looks after work that was lost, and what proves the books, reads everything each time. In a year, once a day and once a
 * week, they would make 28,000 of 65,000 requests to the database. Nothing is lost in a story, and it proves its own books, so
 * here they come less often.
 */
const STORY_APPLICATION: Application = {
  ...PREMIUM_CONTROL,
  functions: {
    ...FUNCTIONS,
    watchdog: { ...FUNCTIONS.watchdog, trigger: everyDays(7) },
    audit: { ...FUNCTIONS.audit, trigger: everyDays(91) },
  },
};

/** Half an hour before the first morning. */
const STARTS_MS = Date.parse(`${STARTS_ON}T05:00:00Z`);

/** A local cloud that keeps nothing, with its clock where the story begins. */
export const startStoryCloud = (ports: Pick<LocalCloudOptions, 'port' | 'mailPort'>): Promise<LocalCloud> =>
  startLocalCloud({ ...ports, dataDir: null, nowMs: STARTS_MS, application: STORY_APPLICATION });
