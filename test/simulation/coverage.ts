import { ALL_OUTCOMES } from '../../shared/domain/task-outcome.ts';

/**
 * Every kind of decision there is, as `Seen` counts it. The types of the domain are unions without values at run time, so they
 * stand here once more; what is missing here was not looked for, what is never reached is not tested.
 */
export const DECISIONS: readonly string[] = [
  ...['clear', 'acted', 'superseded'].map((outcome) => `checkpoint ${outcome}`),
  ...[
    'not for this class',
    'below the minimum',
    'relief',
    'too small to cost cover',
    'escalated already',
    'cover is suspended already',
    'cover is over',
  ].map((why) => `checkpoint waived (${why})`),
  ...['grace', 'noticeNotSent', 'statementsNotReconciled'].map((why) => `waiting ${why}`),
  ...[
    'suspended (checkpoint)',
    'lapsed (checkpoint)',
    'active (paidUp)',
    'completed (coverEnded)',
    'cancelled (sold)',
    'active (goodwill)',
  ].map((change) => `policy ${change}`),
  ...['deferral', 'promise', 'hold', 'agreement'].flatMap((kind) => [`relief ${kind} granted`, `relief ${kind} pendingApproval`]),
  ...['hold ended', 'promise kept', 'promise broken', 'deferral declined'].map((fate) => `relief ${fate}`),
  ...['action', 'approval', 'undelivered'].map((kind) => `task opened (${kind})`),
  ...ALL_OUTCOMES.map((outcome) => `task result (${outcome})`),
  ...['handedOn', 'closed (paid)', 'closed (policyClosed)'].map((fate) => `task ${fate}`),
  ...['PENDING', 'CLAIMED', 'SENT', 'DELIVERED', 'BOUNCED', 'COMPLAINED', 'FAILED', 'UNKNOWN'].map((state) => `notice ${state}`),
  ...['covered', 'deferred', 'on hold', 'the task is closed', 'cover is not suspended'].map((why) => `notice CANCELLED (${why})`),
  ...['applied', 'reversed', 'disbursed', 'split'].map((status) => `payment ${status}`),
  ...['unknownPolicy', 'currencyMismatch', 'policyClosed', 'unknownInstallment'].map((why) => `payment suspense (${why})`),
  ...['applied', 'suspense'].map((status) => `bank took back (${status})`),
  'return kept for its payment',
  ...['waiting', 'importing', 'stopped', 'done', 'refused', 'goes on'].map((state) => `upload ${state}`),
  ...['reversal', 'allocation', 'migration'].map((kind) => `journal ${kind}`),
  ...['Suspended', 'Restored', 'Lapsed', 'Cancelled', 'Completed'].map((change) => `event Policy${change}`),
  ...['PaymentInSuspense', 'PaymentReversed', 'TaskOpened', 'ReliefGranted', 'NoticeUndelivered'].map((type) => `event ${type}`),
  ...['assigned', 'moved', 'loweringProposed', 'loweringApproved', 'loweringDeclined', 'loweringWithdrawn'].map((what) => `class ${what}`),
  ...['ClassChanged', 'ClassLoweringProposed'].map((type) => `event ${type}`),
];

/** What must be met besides: answers of the API, and what stops visibly. */
export const OTHERS: readonly string[] = [
  ...['200', '201', '202', '409'].map((status) => `recordPayment ${status}`),
  ...['importStatement 201', 'submitTaskPage 200', 'showTaskPage 200', 'reversePayment 200', 'startReassessment 202'],
  ...['LateCheckpointAgeSeconds', 'OutboxOldestAgeSeconds', 'UnknownNotices', 'WatchdogHeartbeat'].map((name) => `metric ${name}`),
  ...['checkpoint-firings', 'failed-invocations', 'outbox-records', 'mail-events', 'upload-events'].map((hop) => `dead letter (${hop})`),
  'dead letter replayed',
  'letter of several notices',
  'warning written again',
];

export const neverReached = (kinds: readonly string[], reached: ReadonlyMap<string, number>): readonly string[] =>
  kinds.filter((kind) => !reached.has(kind));
