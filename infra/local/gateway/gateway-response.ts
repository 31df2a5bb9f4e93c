import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Sends what a function returned: a result with a status code as it says, any other value as JSON with 200. False: it is no valid result. */
export const sendResult = (response: ServerResponse, result: unknown): boolean => {
  if (!isStructured(result)) {
    send(response, 200, { 'content-type': 'application/json' }, JSON.stringify(result ?? null));
    return true;
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = result;
  if (!isStatus(statusCode) || !(body === undefined || body === null || typeof body === 'string')) return false;
  const fields = textHeaders(headers ?? {});
  if (cookies !== undefined && cookies.length > 0) fields['set-cookie'] = cookies;
  const text = body ?? '';
  send(response, statusCode, fields, isBase64Encoded ? Buffer.from(text, 'base64') : text);
  return true;
};

const isStructured = (result: unknown): result is APIGatewayProxyStructuredResultV2 =>
  typeof result === 'object' && result !== null && 'statusCode' in result;

const isStatus = (status: unknown): status is number =>
  typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599;

const textHeaders = (headers: Readonly<Record<string, boolean | number | string>>): OutgoingHttpHeaders => {
  const fields: OutgoingHttpHeaders = {};
  for (const name in headers) fields[name.toLowerCase()] = String(headers[name]);
  return fields;
};

const mayHaveBody = (status: number): boolean => status !== 204 && status !== 304;

/** Text is not made a buffer first: Node then writes head and body at once. It leaves the body out of an answer to HEAD by itself. */
const send = (response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body: string | Buffer): void => {
  if (!mayHaveBody(status)) return void response.writeHead(status, headers).end();
  headers['content-length'] = Buffer.byteLength(body);
  response.writeHead(status, headers).end(body);
};
