import { ROUTES } from '../../../functions/routes.ts';
import { chanceOf } from './chance.ts';
import type { Outcome } from './invocation.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

/** A request of a system or a person outside. */
export interface ApiRequest {
  /** Names the request in the trace, and its chance. */
  readonly key: string;
  readonly operation: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** E-mail of the person who asks, where it is one. */
  readonly by?: string;
  /** A body that is no JSON. */
  readonly text?: { readonly contentType: string; readonly content: string };
  /** What is going to be uploaded, where an upload is asked for. */
  readonly file?: UploadedFile;
  /** Of a bank statement: the credits in it, as they really happened. */
  readonly credits?: readonly Credit[];
  /** Credits that it says have gone back. */
  readonly returns?: readonly Credit[];
}

export interface UploadedFile {
  readonly content: string;
  readonly entries: number;
  /** Of a file that broke off nothing may be imported. */
  readonly isWhole: boolean;
}

/** Money that came to the insurer's account. `mark`: words of its reference that no other has. */
export interface Credit {
  readonly mark: string;
  readonly minor: number;
  readonly currency: string;
}

export interface ApiAnswer {
  readonly request: ApiRequest;
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: bodies are read field by field, as any client would
  readonly body: any;
}

export interface CallerDeps {
  readonly seed: string;
  readonly timeline: Timeline;
  readonly trace: Trace;
  readonly invoke: (functionName: string, event: unknown, key: string, onOutcome: (outcome: Outcome) => void) => Promise<void>;
  /** How many commits there were. */
  readonly commits: () => number;
  readonly onAsked: (request: ApiRequest) => void;
  readonly onAnswer: (answer: ApiAnswer, isUndisturbed: boolean) => void;
}

const PAUSES_MS = [500, 5_000, 60_000, 600_000, 3_600_000, 21_600_000] as const;

/** API Gateway and whoever calls it. A caller that gets no answer, or a 5xx, asks again and again, then gives up until it is told to. */
export class Caller {
  readonly #deps: CallerDeps;
  readonly #unanswered = new Map<string, ApiRequest>();

  constructor(deps: CallerDeps) {
    this.#deps = deps;
  }

  ask(request: ApiRequest): Promise<void> {
    this.#deps.onAsked(request);
    this.#unanswered.set(request.key, request);
    return this.#attempt(request, 1);
  }

  /** What nobody has answered is asked once more. */
  async insist(): Promise<void> {
    for (const request of this.#unanswered.values()) await this.#attempt({ ...request, key: `${request.key}!` }, 1, request.key);
  }

  #attempt(request: ApiRequest, attempt: number, of = request.key): Promise<void> {
    const key = `${request.key}.${attempt}`;
    const route = ROUTES.find(({ operation }) => operation === request.operation);
    if (!route) throw new Error(`no operation ${request.operation}`);
    const seen = this.#deps.commits();
    return this.#deps.invoke(route.function, eventOf(request, route), key, (outcome) =>
      this.#conclude({ request, attempt, of, seen }, outcome),
    );
  }

  #conclude({ request, attempt, of, seen }: Asked, outcome: Outcome): void {
    const { timeline, trace, onAnswer, commits, seed } = this.#deps;
    const answer = outcome.kind === 'answered' ? (outcome.result as GatewayAnswer) : undefined;
    if (answer && answer.statusCode < 500) {
      this.#unanswered.delete(of);
      trace.note(`${request.key} → ${answer.statusCode}`);
      const isJson = String(answer.headers?.['content-type']).includes('json');
      const body = isJson ? JSON.parse(answer.body ?? 'null') : undefined;
      onAnswer({ request: { ...request, key: of }, status: answer.statusCode, body }, commits() === seen);
      return;
    }
    const pause = PAUSES_MS[attempt - 1];
    if (pause === undefined) return;
    timeline.in(pause + chanceOf(`${seed}|caller|${request.key}`).int(0, pause), () => this.#attempt(request, attempt + 1, of));
  }
}

interface GatewayAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Asked {
  readonly request: ApiRequest;
  readonly attempt: number;
  /** The request that this one repeats. */
  readonly of: string;
  /** Commits before it. */
  readonly seen: number;
}

/** Every scope: who may do what is not the matter here. */
const SCOPES = 'clients:write policies:write payments:write tasks:write regulations:write significance:write read';

function eventOf(
  { path, query, body, text, by }: ApiRequest,
  { method, path: template }: { readonly method: string; readonly path: string },
): object {
  const rawPath = template.replace(/\{(\w+)\}/g, (_, name: string) => path?.[name] ?? '');
  return {
    version: '2.0',
    routeKey: `${method} ${template}`,
    rawPath,
    rawQueryString: '',
    headers: { ...(body || text ? { 'content-type': text?.contentType ?? 'application/json' } : {}) },
    ...(path ? { pathParameters: path } : {}),
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: {
      http: { method, path: rawPath },
      authorizer: { jwt: { claims: { sub: by ?? 'core-system', scope: SCOPES, ...(by ? { email: by, email_verified: true } : {}) } } },
    },
    ...(body || text ? { body: text?.content ?? JSON.stringify(body) } : {}),
    isBase64Encoded: false,
  };
}
