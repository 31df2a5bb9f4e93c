import { request } from 'node:http';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { AUDIENCE, ISSUER } from '../../../infra/local/gateway/token-issuer.ts';
import { useCloud } from '../fixtures/running-cloud.ts';

const cloud = useCloud();
let token = '';
beforeAll(async () => {
  token = await cloud().token();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Sends a target as it is: fetch would tidy it up first. */
const send = (target: string, { method = 'GET', headers = {}, body }: Call = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const authorization = `Bearer ${token}`;
    const outgoing = request(cloud().apiUrl, { method, path: target, headers: { authorization, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('latin1') }),
      );
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });

const eventOf = ({ text }: Answer) => JSON.parse(Buffer.from(text, 'latin1').toString()).event;

describe('the event', () => {
  test('has the form of payload 2.0', async () => {
    const event = eventOf(
      await send('/things/%D0%94%2B1?a=1&b=x%20y&a=2+3&c', {
        headers: { Cookie: 'k=v; l=w', 'X-Mixed-Case': 'Kept', accept: 'application/json' },
      }),
    );
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /things/{thingId}',
      rawPath: '/things/Д+1',
      rawQueryString: 'a=1&b=x%20y&a=2+3&c',
      cookies: ['k=v', 'l=w'],
      headers: { 'x-mixed-case': 'Kept', accept: 'application/json' },
      queryStringParameters: { a: '1,2 3', b: 'x y', c: '' },
      pathParameters: { thingId: 'Д+1' },
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'GET', path: '/things/Д+1', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        authorizer: { jwt: { claims: { sub: 'local-user', scope: expect.stringContaining('payments:write') }, scopes: null } },
        routeKey: 'GET /things/{thingId}',
        stage: '$default',
        time: expect.stringMatching(/^22\/Nov\/2026:08:\d\d:\d\d \+0000$/),
      },
    });
    expect(event.headers.cookie).toBeUndefined();
    expect(event.body).toBeUndefined();
  });

  test('of a plain request has no query, cookies or path parameters', async () => {
    const event = eventOf(await send('/things'));
    expect(event).toMatchObject({ rawPath: '/things', rawQueryString: '' });
    expect(Object.keys(event)).not.toEqual(expect.arrayContaining(['queryStringParameters']));
    expect([event.cookies, event.pathParameters, event.queryStringParameters]).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/xml', false],
    ['application/javascript', false],
    ['application/octet-stream', true],
    ['application/x-www-form-urlencoded', true],
    ['image/png', true],
  ])('a body of %s is base64: %s', async (contentType, isBase64Encoded) => {
    const event = eventOf(await send('/things', { method: 'POST', headers: { 'content-type': contentType }, body: 'Д' }));
    expect(event).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? Buffer.from('Д').toString('base64') : 'Д' });
  });
});

describe('paths are treated as API Gateway does', () => {
  test.each([
    ['/things/A%2F1', '$default'],
    ['/things/A%2Ftimeline', 'GET /things/{thingId}/timeline'],
    ['/things/A%3Fx/timeline', 'GET /things/{thingId}'],
    ['/things/special', 'GET /things/special'],
    ['/things/', '$default'],
    ['/nowhere', '$default'],
  ])('%s is for %s', async (target, routeKey) => {
    expect(eventOf(await send(target)).routeKey).toBe(routeKey);
  });

  test.each([
    ['HEAD', '/things'],
    ['DELETE', '/things'],
    ['OPTIONS', '/things'],
  ])('%s %s is for $default', async (method, target) => {
    const { status, text } = await send(target, { method });
    expect(status).toBe(200);
    if (method !== 'HEAD') expect(JSON.parse(text).event.routeKey).toBe('$default');
    else expect(text).toBe('');
  });

  test('a broken encoding is refused', async () => {
    expect(await send('/things/%zz')).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } });
  });
});

describe('authorization', () => {
  test.each([
    ['without a token', {}],
    ['with another scheme', { authorization: 'Basic abc' }],
    ['with rubbish', { authorization: 'Bearer abc.def.ghi' }],
  ])('%s: 401, and how to do it', async (_, headers) => {
    const answer = await send('/things', { headers: { authorization: '', ...headers } });
    expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/problem+json' } });
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
  });

  test('a token of another signer is refused', async () => {
    const forged = await new SignJWT({ scope: 'read' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('a secret of thirty-two characters'));
    expect((await send('/things', { headers: { authorization: `Bearer ${forged}` } })).status).toBe(401);
  });

  test('open routes need none, and have no authorizer', async () => {
    const answer = await send('/health', { headers: { authorization: '' } });
    expect(eventOf(answer).requestContext.authorizer).toBeUndefined();
  });

  test('a token has the scopes and the subject that were asked for', async () => {
    const response = await fetch(`${cloud().apiUrl}/_local/token`, {
      method: 'POST',
      body: JSON.stringify({ scopes: ['read'], subject: 'olena' }),
    });
    const { access_token } = (await response.json()) as { access_token: string };
    const event = eventOf(await send('/things', { headers: { authorization: `Bearer ${access_token}` } }));
    expect(event.requestContext.authorizer.jwt.claims).toMatchObject({ scope: 'read', sub: 'olena' });
  });
});

describe('the answer', () => {
  const behave = (behaviour: string) => send('/things', { headers: { 'x-behave': behaviour } });

  test('of a handler that throws is a 500 that shows nothing of the inside', async () => {
    const { status, headers, text } = await behave('throw');
    expect([status, headers['content-type']]).toEqual([500, 'application/problem+json']);
    expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'INTERNAL_ERROR', title: expect.any(String), type: expect.any(String) });
    expect(text).not.toContain('secret');
  });

  test('that is no HTTP result is a 500', async () => {
    expect((await behave('malformed')).status).toBe(500);
  });

  test('that is plain data is JSON with 200', async () => {
    expect(await behave('plain')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      text: '{"hello":"world"}',
    });
  });

  test('may be binary', async () => {
    expect(await behave('binary')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png', 'content-length': '3' },
      text: '\x01\x02\xff',
    });
  });

  test('may set cookies and have no body', async () => {
    const { status, headers, text } = await behave('cookies');
    expect([status, headers['set-cookie'], text]).toEqual([204, ['a=1', 'b=2'], '']);
  });

  test.each([
    ['more than 10 MB', 'text/plain', 10 * 1024 * 1024 + 1],
    ['binary that is more than 6 MB as base64', 'application/octet-stream', 5 * 1024 * 1024],
  ])('to %s is a 413', async (_, contentType, bytes) => {
    const answer = await send('/things', { method: 'POST', headers: { 'content-type': contentType }, body: Buffer.alloc(bytes) });
    expect(answer).toMatchObject({ status: 413, headers: { 'content-type': 'application/problem+json' } });
  });
});

describe('/_local', () => {
  const local = (path: string, call?: Call) => send(`/_local/${path}`, call);

  test('tells the time, and moves it', async () => {
    const moved = await local('clock', { method: 'POST', body: '{"advanceTo":"2026-11-22T12:00:00Z"}' });
    expect(JSON.parse(moved.text)).toEqual({ now: '2026-11-22T12:00:00Z', fired: expect.any(Number) });
    const { now } = JSON.parse((await local('clock')).text);
    expect(Date.parse(now) - Date.parse('2026-11-22T12:00:00Z')).toBeLessThan(5_000);
    expect(eventOf(await send('/things')).requestContext.time).toMatch(/^22\/Nov\/2026:12:00/);
  });

  test.each([
    ['back', '{"advanceTo":"2026-01-01T00:00:00Z"}'],
    ['with an unknown field', '{"advanceBy":"P1D","why":"test"}'],
    ['without JSON', 'P1D'],
  ])('does not move it %s', async (_, body) => {
    const answer = await local('clock', { method: 'POST', body });
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } });
  });

  test('gives a token of all scopes for nothing', async () => {
    const { access_token } = JSON.parse((await local('token', { method: 'POST' })).text);
    const event = eventOf(await send('/things', { headers: { authorization: `Bearer ${access_token}` } }));
    expect(event.requestContext.authorizer.jwt.claims.scope.split(' ')).toHaveLength(7);
  });

  test.each([
    ['GET', 'token', 405],
    ['DELETE', 'clock', 405],
    ['GET', 'nothing', 404],
    ['POST', 'token', 400],
  ])('%s /_local/%s is a %s', async (method, path, status) => {
    const body = status === 400 ? '{"scope":"read"}' : undefined;
    expect((await local(path, { method, ...(body !== undefined && { body }) })).status).toBe(status);
  });
});
