import { functionOfArn } from '../hosts/function.ts';
import { text } from '../template/json.ts';
import { refOf } from '../template/physical.ts';
import type { World } from '../template/world.ts';

/** A route of the HTTP API and the function that it leads to. */
export type Route = { key: string; method: string; segments: string[]; target: string };

/** The routes of all stacks, whose APIs are one: the service's routes join the platform's. */
export function readRoutes(world: World): Route[] {
  const integrations = new Map(
    world
      .all('AWS::ApiGatewayV2::Integration')
      .map((one) => [refOf(one, world.addresses), functionOfArn(text(one.properties.IntegrationUri))]),
  );
  return world.all('AWS::ApiGatewayV2::Route').flatMap(({ properties }) => {
    const key = text(properties.RouteKey);
    const target = integrations.get(text(properties.Target).replace(/^integrations\//, ''));
    const [method = '', path = ''] = key.split(' ');
    return target ? [{ key, method, segments: path.split('/').slice(1), target }] : [];
  });
}

const isGreedy = (segment: string): boolean => /^\{.+\+\}$/.test(segment);
const isVariable = (segment: string): boolean => segment.startsWith('{');

function match(route: Route, path: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [at, segment] of route.segments.entries()) {
    const given = path[at];
    if (isGreedy(segment)) {
      if (given === undefined) return;
      parameters[segment.slice(1, -2)] = path.slice(at).map(decode).join('/');
      return parameters;
    }
    if (given === undefined || (!isVariable(segment) && segment !== given)) return;
    if (isVariable(segment)) parameters[segment.slice(1, -1)] = decode(given);
  }
  return path.length === route.segments.length ? parameters : undefined;
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** A route's rank as API Gateway picks: full matches before greedy ones, named segments before variables, a method before ANY. */
const rank = (route: Route): string =>
  route.segments.map((segment) => (isGreedy(segment) ? '2' : isVariable(segment) ? '1' : '0')).join('') +
  (route.method === 'ANY' ? '1' : '0');

/** The most specific route for a request, with its path parameters. */
export function findRoute(
  routes: Route[],
  method: string,
  path: string,
): { route: Route; parameters: Record<string, string> } | undefined {
  const segments = path.split('/').slice(1);
  return routes
    .filter((route) => route.method === 'ANY' || route.method === method)
    .flatMap((route) => {
      const parameters = match(route, segments);
      return parameters ? [{ route, parameters }] : [];
    })
    .sort((a, b) => (rank(a.route) < rank(b.route) ? -1 : 1))[0];
}
