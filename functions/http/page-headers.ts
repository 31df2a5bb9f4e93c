import type { ApiResponse } from './api-request.ts';

/** Pages bring their style with them, run nothing, load nothing, and stand in nobody's frame. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** An HTML page as an answer. */
export const page = (text: string, status = 200): ApiResponse => ({
  status,
  text,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  },
});
