import * as z from 'zod';
import { PAGE, TOKEN } from './answers.ts';

/** The insurer's systems: all they do goes through the HTTP API, as in a deployed stage. */
export interface Api {
  readonly mailUrl: string;
  put(path: string, body: unknown): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** All pages of a list. */
  list<T>(path: string, item: z.ZodType<T>): Promise<readonly T[]>;
  /** Local cloud only. */
  moveClock(instantMs: number): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Where {
  readonly apiUrl: string;
  readonly mailUrl: string;
}

/** A list longer than this goes round in circles. */
const MOST_PAGES = 1_000;

/** @param over when it is aborted, no further request is made. */
export const openApi = async ({ apiUrl, mailUrl }: Where, over: AbortSignal): Promise<Api> => {
  const { access_token } = TOKEN.parse(await answered(await fetch(`${apiUrl}/_local/token`, { method: 'POST' })));
  const authorization = `Bearer ${access_token}`;
  const send = async (method: string, path: string, body: unknown): Promise<Answer> => {
    over.throwIfAborted();
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await fetch(`${apiUrl}${path}`, { method, headers, body: JSON.stringify(body) });
    return { status: response.status, body: await answered(response) };
  };
  const get: Get = async (path, schema) => {
    over.throwIfAborted();
    return schema.parse(await answered(await fetch(path.startsWith('/') ? `${apiUrl}${path}` : path, { headers: { authorization } })));
  };
  return {
    mailUrl,
    put: (path, body) => send('PUT', path, body),
    post: (path, body) => send('POST', path, body),
    get,
    list: (path, item) => allPages(get, path, item),
    moveClock: async (instantMs) => void (await send('POST', '/_local/clock', { advanceTo: new Date(instantMs).toISOString() })),
  };
};

type Get = Api['get'];

const allPages = async <T>(get: Get, path: string, item: z.ZodType<T>): Promise<readonly T[]> => {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await get(`${path}${path.includes('?') ? '&' : '?'}limit=100${cursor === undefined ? '' : `&cursor=${cursor}`}`, PAGE);
    items.push(...z.array(item).parse(answer.items));
    if (answer.cursor === undefined) return items;
    cursor = answer.cursor;
  }
  throw new Error(`${path} has more than ${MOST_PAGES} pages`);
};

/** What is no success is no part of the story: the demo ends with what the API said. */
const answered = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
};
