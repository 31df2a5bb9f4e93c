import type { ServerResponse } from 'node:http';
import { type Problem, problemResponse } from '../../../functions/http/problem.ts';

/** Sends a refusal of the gateway itself, or of /_local, in the functions' own form: a client knows one form only. */
export const sendProblem = (response: ServerResponse, problem: Problem): void => {
  if (response.headersSent) return void response.destroy();
  const { statusCode, headers, body } = problemResponse(problem);
  response.writeHead(statusCode, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};
