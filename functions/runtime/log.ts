import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../../shared/ports/log.ts';

const logger = new Logger();

/** Structured, to CloudWatch. Callers pass ids and codes only. */
export const log: Log = {
  info: (message, facts = {}) => logger.info(message, { ...facts }),
  warn: (message, facts = {}) => logger.warn(message, { ...facts }),
};
