import { expect, test } from 'vitest';
import type { LocalRoute } from '../../../infra/local/application.ts';
import { createRouter } from '../../../infra/local/gateway/router.ts';

const routes: LocalRoute[] = [
  { method: 'GET', path: '/things', function: 'list', scope: 'read' },
  { method: 'GET', path: '/things/{thingId}', function: 'get', scope: 'read' },
  { method: 'GET', path: '/things/special', function: 'special', scope: null },
  { method: 'POST', path: '/things/{thingId}/parts/{partId}', function: 'put', scope: 'write' },
];
const route = createRouter(routes);

test.each([
  ['GET', '/things', 'list', undefined],
  ['GET', '/things/7', 'get', { thingId: '7' }],
  ['GET', '/things/special', 'special', undefined],
  ['POST', '/things/a b/parts/Д', 'put', { thingId: 'a b', partId: 'Д' }],
])('%s %s', (method, path, name, pathParameters) => {
  expect(route(method, path)).toMatchObject({ route: { function: name }, ...(pathParameters && { pathParameters }) });
});

test.each([
  ['HEAD', '/things'],
  ['DELETE', '/things/7'],
  ['GET', '/things/'],
  ['GET', '//things'],
  ['GET', '/things/7/parts'],
  ['GET', '/'],
  ['GET', '/Things'],
])('%s %s has no route: $default answers', (method, path) => {
  expect(route(method, path)).toBeNull();
});
