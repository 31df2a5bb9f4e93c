import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../../shared/ports/log.ts';
import { redact } from './redact.ts';

const logger = new Logger();

type Facts = Readonly<Record<string, unknown>>;

/** What is logged beside the message: under one key, so that no fact takes the place of a field of the logger's own. */
const told = (facts: Facts) => ({ facts: redact(facts) });

/** Structured, to CloudWatch. Callers pass ids and codes only; persons that slip in are hashed. */
export const log: Log = {
  info: (message, facts = {}) => logger.info(message, told(facts)),
  warn: (message, facts = {}) => logger.warn(message, told(facts)),
};
