/**
 * Metrics that functions emit and alarms watch, named once so that they can't drift apart: an alarm on a name nobody emits
 * would stay green for ever. Their only dimension is `service` (POWERTOOLS_SERVICE_NAME, one value a stage): an alarm
 * watches exactly one set of dimensions, so a function adds no others.
 */
export const METRIC_NAMESPACE = 'PremiumControl';

/** Name → unit, as Powertools writes it. */
export const METRICS = {
  /** The watchdog, every run: how long the oldest checkpoint in the due index has waited past its time; 0 when none. */
  LateCheckpointAgeSeconds: 'Seconds',
  /** The watchdog, every run: age of the oldest intent in the Outbox; 0 when it is empty. */
  OutboxOldestAgeSeconds: 'Seconds',
  /** The watchdog, 1 every run that came to its end. The alarm rings when it is missing. */
  WatchdogHeartbeat: 'Count',
  /** Whoever makes a notice UNKNOWN, 1 each: SES may or may not have taken it, and it is never sent again by itself. */
  UnknownNotices: 'Count',
  /** The audit, once a week: how many places of the books do not add up. */
  BooksDifferences: 'Count',
  /** The reassessment of clients, at its end: how many could not be assessed. */
  ClientsNotReassessed: 'Count',
} as const;

export type MetricName = keyof typeof METRICS;
