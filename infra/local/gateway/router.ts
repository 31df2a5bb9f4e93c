import type { LocalRoute } from '../application.ts';

export interface Match {
  readonly route: LocalRoute;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>> | undefined;
}

interface CompiledRoute {
  readonly route: LocalRoute;
  readonly routeKey: string;
  /** A fixed text, or the name of a parameter. */
  readonly segments: readonly Segment[];
}

type Segment = { readonly fixed: string } | { readonly parameter: string };

/** Finds the route of a method and a decoded path, or null: then $default answers. A fixed segment goes before a parameter. */
export const createRouter = (routes: readonly LocalRoute[]): ((method: string, path: string) => Match | null) => {
  const byShape = Map.groupBy(routes.map(compile), ({ route, segments }) => shape(route.method, segments.length));
  for (const candidates of byShape.values()) candidates.sort((a, b) => parameterCount(a) - parameterCount(b));

  return (method, path) => {
    const texts = path.split('/');
    for (const candidate of byShape.get(shape(method, texts.length)) ?? []) {
      const match = matchOf(candidate, texts);
      if (match !== null) return match;
    }
    return null;
  };
};

const shape = (method: string, segments: number): string => `${method} ${segments}`;

const compile = (route: LocalRoute): CompiledRoute => ({
  route,
  routeKey: `${route.method} ${route.path}`,
  segments: route.path.split('/').map((text) => (text.startsWith('{') ? { parameter: text.slice(1, -1) } : { fixed: text })),
});

const parameterCount = ({ segments }: CompiledRoute): number => segments.filter((segment) => 'parameter' in segment).length;

const matchOf = ({ route, routeKey, segments }: CompiledRoute, texts: readonly string[]): Match | null => {
  let pathParameters: Record<string, string> | undefined;
  for (const [index, segment] of segments.entries()) {
    const text = texts[index] ?? '';
    if ('fixed' in segment) {
      if (segment.fixed !== text) return null;
    } else {
      if (text === '') return null;
      pathParameters = { ...pathParameters, [segment.parameter]: text };
    }
  }
  return { route, routeKey, pathParameters };
};
