import type { ApiEvent } from '../http/api-request.ts';
import { badRequest, HttpProblem } from '../http/problem.ts';

/** `application/octet-stream`: the bytes as they are, of any encoding. What a file is, its content says. */
export const STATEMENT_MEDIA_TYPES = ['application/xml', 'text/xml', 'text/plain', 'text/csv', 'application/octet-stream'] as const;

/** The file as it was sent. */
export function statementBody({ body, isBase64Encoded }: ApiEvent): Uint8Array {
  if (body === undefined || body === '') throw badRequest('STATEMENT_EMPTY', 'the request has no body: send the file as the body');
  if (isBase64Encoded) return Buffer.from(body, 'base64');
  if (body.includes('\u{fffd}')) throw notText();
  return Buffer.from(body, 'utf8');
}

/**
 * API Gateway hands bodies of text types to a function as UTF-8, and what is not UTF-8 as U+FFFD: names and policy numbers of a
 * Windows-1251 file are lost before we see it. (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html)
 */
const notText = () =>
  new HttpProblem({
    status: 422,
    code: 'STATEMENT_ENCODING',
    title: 'The statement can not be read',
    detail:
      'the file is not UTF-8, and other encodings do not pass in a text body; send it with Content-Type: application/octet-stream, or through POST /statements/uploads. Nothing was changed',
  });
