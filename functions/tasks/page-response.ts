import { createHash } from 'node:crypto';
import { TASK_PAGE_STYLE } from '../../shared/pictures/task-page/document.ts';
import type { ApiResponse } from '../http/api-request.ts';

const styleDigest = createHash('sha256').update(TASK_PAGE_STYLE).digest('base64');

/** Only our style and our form: a text from outside that got through the escaping could still do nothing. The link stays here. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleDigest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

export const htmlResponse = (status: number, text: string): ApiResponse => ({ status, text, headers: HEADERS });
