import type { WireAnswer } from './aws-call.ts';

export const jsonAnswer = (body: object | string, statusCode = 200, headers: Readonly<Record<string, string>> = {}): WireAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** A refusal in the form of the REST services (Scheduler, Lambda): its kind stands in a header. */
export const restError = (kind: string, statusCode: number, message: string): WireAnswer =>
  jsonAnswer({ Message: message }, statusCode, { 'x-amzn-errortype': kind });

/** A refusal in the form of the services with targets (DynamoDB, EventBridge): its kind stands in the body. */
export const targetError = (kind: string, statusCode: number, details: Readonly<Record<string, unknown>> = {}): WireAnswer =>
  jsonAnswer({ __type: `com.amazonaws.dynamodb.v20120810#${kind}`, message: kind, ...details }, statusCode);

const SES = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

const xmlAnswer = (body: string, statusCode: number): WireAnswer => ({ statusCode, headers: { 'content-type': 'text/xml' }, body });

export const sesAnswer = (operation: string, result: string): WireAnswer =>
  xmlAnswer(`<${operation}Response ${SES}><${operation}Result>${result}</${operation}Result></${operation}Response>`, 200);

export const sesError = (code: string, statusCode: number): WireAnswer =>
  xmlAnswer(
    `<ErrorResponse ${SES}><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`,
    statusCode,
  );
