import type { LocalDate } from '../domain/local-date.ts';

/** How far bank statements are imported: through this day every payment that reached the bank is known. */
export interface Reconciliation {
  /** undefined: none was ever imported. */
  through(): Promise<LocalDate | undefined>;
}
