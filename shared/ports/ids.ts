/** Ids for what we make ourselves: unique, sortable by time, safe in URLs and in SES tags ([0-9A-Z], 26 characters). */
export interface Ids {
  next(): string;
}
