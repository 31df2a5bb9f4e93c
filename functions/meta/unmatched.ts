import type { ApiEvent } from '../http/api-request.ts';
import { problemResponse } from '../http/problem.ts';
import { ROUTES } from '../routes.ts';

/** API Gateway answers 404 itself also for a method without a route; its $default route lets us say 405 with Allow. */
export function unmatched(event: ApiEvent) {
  const methods = methodsOf(event.requestContext.http.path);
  if (methods.length === 0)
    return problemResponse({
      status: 404,
      code: 'NO_SUCH_ROUTE',
      title: 'Not found',
      detail: 'there is nothing at this path; see /openapi.json',
    });
  const Allow = methods.join(', ');
  return problemResponse({
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    title: 'Method not allowed',
    detail: `this path takes ${Allow}`,
    headers: { Allow },
  });
}

function methodsOf(path: string): readonly string[] {
  const segments = path.split('/');
  const matches = (route: string) => {
    const expected = route.split('/');
    return (
      expected.length === segments.length &&
      expected.every((part, index) => part === segments[index] || (part.startsWith('{') && segments[index] !== ''))
    );
  };
  return [...new Set(ROUTES.filter((route) => matches(route.path)).map((route) => route.method))];
}
