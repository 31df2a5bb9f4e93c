/** Everything that goes wrong, by where it strikes. How often: chance at one opportunity, when a seed has it switched on. */
export const CALL_FAULTS = {
  crashBefore: 0.01,
  crashAfter: 0.02, // the service did it, the caller dies before the answer
  answerLost: 0.03,
  requestLost: 0.02,
  serverError: 0.02,
  throttled: 0.05,
  answerSlow: 0.01, // minutes to hours: beyond every time-out and lease
  requestSlow: 0.01, // the same on the way there: a dead man's write
} as const;

export const WRITE_FAULTS = { conflict: 0.05 } as const;

/** As long as an invocation runs, whatever it tries again. */
export const STORE_FAULTS = { transactionsRefused: 0.04 } as const;

export const READ_FAULTS = { indexStale: 0.3, leftUnprocessed: 0.05 } as const;

export const MAIL_FAULTS = {
  mailThrottled: 0.1,
  mailLost: 0.05,
  mailServerError: 0.05,
  mailRefused: 0.03,
  mailSlow: 0.04, // the client hangs up, and SES takes the letter minutes or hours later
  senderFrozen: 0.04, // stopped in the middle of the call, woken long after the lease: a zombie's letter
} as const;

/** What SES reports afterwards. */
export const REPORT_FAULTS = { reportMissing: 0.1, reportTwice: 0.1, bounced: 0.05, complained: 0.03, rejected: 0.02 } as const;

export const BUS_FAULTS = { busRefused: 0.1 } as const;

/** Files: on their way up, of the news that one is there, and on their way down. */
export const FILE_FAULTS = {
  putLost: 0.1,
  putAnswerLost: 0.1, // it is there; who uploads does it again
  fileToldTwice: 0.2,
  fileToldLate: 0.15, // hours
} as const;

export const EVENT_FAULTS = { eventGivenUp: 0.03 } as const; // EventBridge could not invoke for a day

export const READ_FILE_FAULTS = {
  fileCutOff: 0.08, // the connection breaks in the middle of it
  fileSlow: 0.08, // so slow that the function has no time left for the rest of its work
} as const;

export const FIRING_FAULTS = {
  firingTwice: 0.15,
  firingLate: 0.15, // hours
  firingEarly: 0.1, // up to five minutes
  firingLost: 0.08,
  scheduleLost: 0.05,
  scheduleStale: 0.1, // fires again for a generation that is over
  roleBroken: 0.05, // for an hour nothing is handed over
} as const;

export const RECORD_FAULTS = { recordTwice: 0.1, recordLate: 0.1, recordsInterleaved: 0.2, recordPoisoned: 0.05 } as const;

export const INVOCATION_FAULTS = {
  invokedTwice: 0.05,
  invokedLate: 0.05,
  oldShape: 0.2,
  zombie: 0.5,
  coldStart: 0.1,
  deadLetterReplayed: 0.5,
} as const;

export const CONTAINER_FAULTS = { clockSkewed: 0.5 } as const;

const FIRST_FAULTS = {
  ...CALL_FAULTS,
  ...WRITE_FAULTS,
  ...READ_FAULTS,
  ...MAIL_FAULTS,
  ...REPORT_FAULTS,
  ...BUS_FAULTS,
  ...FIRING_FAULTS,
  ...RECORD_FAULTS,
  ...INVOCATION_FAULTS,
  ...CONTAINER_FAULTS,
} as const;

/** Those that came later: of each seed they have a swarm of their own, so that what strikes it of the others stays what it was. */
const LATER_FAULTS = { ...STORE_FAULTS, ...FILE_FAULTS, ...READ_FILE_FAULTS, ...EVENT_FAULTS } as const;

export const FAULTS = { ...FIRST_FAULTS, ...LATER_FAULTS } as const;

export type FaultKind = keyof typeof FAULTS;

const kindsOf = (faults: Readonly<Partial<Record<FaultKind, number>>>): readonly FaultKind[] => Object.keys(faults) as readonly FaultKind[];

export const [FIRST_KINDS, LATER_KINDS] = [kindsOf(FIRST_FAULTS), kindsOf(LATER_FAULTS)];

export const FAULT_KINDS: readonly FaultKind[] = [...FIRST_KINDS, ...LATER_KINDS];
