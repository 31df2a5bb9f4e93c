import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Email, getStoreReadonly } from 'aws-ses-v2-local/dist/store.js';
import type { MailArchive } from './mail-archive.ts';
import type { AcceptedMail } from './mail-message.ts';
import { headersOf, tagsOf } from './raw-message.ts';

const ACTIONS = new Set(['SendEmail', 'SendRawEmail']);
const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

/**
 * Stands before the SES emulator and mends what it does otherwise than SES (v1): it answers an unknown action instead of never,
 * errors in XML, which the SDK can read, and dates mails by the movable clock; it archives them before the answer goes out.
 */
export const sesFront =
  ({ emulator, archive, now, accepted }: SesFront): RequestListener =>
  (request, response) => {
    const isCall = request.method === 'POST' && request.url === '/';
    if (isCall) {
      mendCall(request, response, (call, messageId) => {
        const email = keep(call, messageId, archive, now());
        if (email) accepted(acceptedMail(email, call, now()));
      });
    }
    if (request.method === 'POST' && request.url === '/clear-store') response.once('finish', archive.clear);
    emulator(request, response);
  };

export interface SesFront {
  readonly emulator: RequestListener;
  readonly archive: MailArchive;
  readonly now: () => number;
  /** A mail was taken: what SES reports of its delivery starts from here. */
  readonly accepted: (mail: AcceptedMail) => void;
}

const acceptedMail = ({ messageId, destination }: Email, call: URLSearchParams, nowMs: number): AcceptedMail => ({
  messageId,
  to: destination.to,
  tags: Object.fromEntries(tagsOf(call).map(({ name, value }) => [name, [value]])),
  at: new Date(nowMs).toISOString(),
});

const mendCall = (
  request: IncomingMessage,
  response: ServerResponse,
  accepted: (call: URLSearchParams, messageId: string) => void,
): void => {
  const chunks: Buffer[] = [];
  const call = () => new URLSearchParams(Buffer.concat(chunks).toString());
  beforeEnd(response, (body) => {
    if (response.statusCode >= 400) return errorXml(response, 'ValidationError', body);
    const [, messageId] = /<MessageId>([^<]+)</.exec(body) ?? [];
    if (messageId !== undefined) accepted(call(), messageId);
    return body;
  });
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => {
    const action = call().get('Action') ?? '';
    if (ACTIONS.has(action) || response.writableEnded) return;
    response.statusCode = 400;
    response.end(`Could not find operation ${action}`);
  });
};

/** Lets the body be changed just before it is sent; headers are not out yet then. */
const beforeEnd = (response: ServerResponse, change: (body: string) => string): void => {
  const end = response.end.bind(response);
  response.end = ((chunk?: unknown) => {
    const body = change(chunk === undefined ? '' : String(chunk));
    response.setHeader('content-length', Buffer.byteLength(body));
    return end(body);
  }) as typeof response.end;
};

const errorXml = (response: ServerResponse, code: string, detail: string): string => {
  response.setHeader('content-type', 'text/xml');
  const message = detail.replaceAll(/[<>&]/g, ' ');
  return `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
};

/** The mail with what the emulator leaves out of it, archived. */
const keep = (call: URLSearchParams, messageId: string, archive: MailArchive, nowMs: number): Email | undefined => {
  const email = getStoreReadonly().emails.findLast((candidate) => candidate.messageId === messageId);
  if (email !== undefined) archive.append(Object.assign(email, additions(email, call, nowMs)));
  return email;
};

const additions = (email: Email, call: URLSearchParams, nowMs: number) => {
  const raw = call.get('RawMessage.Data');
  return {
    at: Math.floor(nowMs / 1000),
    tags: tagsOf(call),
    headers: raw === null ? email.headers : [...headersOf(Buffer.from(raw, 'base64').toString())],
  };
};
