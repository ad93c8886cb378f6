import { runInNewContext } from 'node:vm';
import { localized } from '../hosts/function.ts';
import { type JsonObject, list, object, text } from '../template/json.ts';
import { refOf } from '../template/physical.ts';
import type { World } from '../template/world.ts';

/** What CloudFront does with the paths of a pattern. */
export type Behaviour = {
  pattern: RegExp;
  toApi: boolean;
  headers: Record<string, string>;
  /** The path that the edge function makes of the one asked for; or a redirect. */
  rewrite: (uri: string) => string | { location: string };
};

/** Nothing else in the browser is told by HTTP headers that make no sense on plain http. */
const HTTPS_ONLY = /; *upgrade-insecure-requests|upgrade-insecure-requests;? */g;

function headersOf(world: World, id: string): Record<string, string> {
  const policy = world
    .all('AWS::CloudFront::ResponseHeadersPolicy')
    .find((one) => refOf(one, world.addresses) === id);
  const config = object(policy?.properties.ResponseHeadersPolicyConfig);
  const security = object(config.SecurityHeadersConfig);
  const csp = text(object(security.ContentSecurityPolicy).ContentSecurityPolicy);
  const custom = list(object(config.CustomHeadersConfig).Items).map(object);
  const headers: [string, string][] = [
    ['content-security-policy', localized(world, csp).replace(HTTPS_ONLY, '')],
    ['x-frame-options', text(object(security.FrameOptions).FrameOption)],
    ['referrer-policy', text(object(security.ReferrerPolicy).ReferrerPolicy)],
    ['x-content-type-options', 'ContentTypeOptions' in security ? 'nosniff' : ''],
    ...custom.map(({ Header, Value }): [string, string] => [
      text(Header).toLowerCase(),
      localized(world, text(Value)),
    ]),
  ];
  return Object.fromEntries(headers.filter(([, value]) => value !== ''));
}

function rewriterOf(world: World, behaviour: JsonObject): Behaviour['rewrite'] {
  const association = list(behaviour.FunctionAssociations)
    .map(object)
    .find(({ EventType }) => EventType === 'viewer-request');
  const arn = text(association?.FunctionARN);
  const fn = world.all('AWS::CloudFront::Function').find((one) => arn.endsWith(refOf(one, world.addresses)));
  const code = text(fn?.properties.FunctionCode);
  if (code === '') return (uri) => uri;
  const handler: unknown = runInNewContext(`${code}\n;handler`, {}, { timeout: 1000 });
  if (typeof handler !== 'function') return (uri) => uri;
  return (uri) => {
    const request = { method: 'GET', uri, querystring: {}, headers: {}, cookies: {} };
    const given = object(handler({ version: '1.0', context: {}, viewer: { ip: '127.0.0.1' }, request }));
    const location = text(object(object(given.headers).location).value);
    return location ? { location } : text(given.uri) || uri;
  };
}

const glob = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );

/** The behaviours of the distribution, in CloudFront's order, the default one last. */
export function readBehaviours(world: World): Behaviour[] {
  const config = object(world.all('AWS::CloudFront::Distribution')[0]?.properties.DistributionConfig);
  const origins = new Map(list(config.Origins).map((one) => [text(object(one).Id), object(one)]));
  const behaviour = (raw: JsonObject, pattern: string): Behaviour => ({
    pattern: glob(pattern),
    toApi: text(origins.get(text(raw.TargetOriginId))?.DomainName).includes('execute-api'),
    headers: headersOf(world, text(raw.ResponseHeadersPolicyId)),
    rewrite: rewriterOf(world, raw),
  });
  const api: Behaviour = { pattern: /^\/api\//, toApi: true, headers: {}, rewrite: (uri) => uri };
  const patterns = list(config.CacheBehaviors).map(object);
  return [
    ...patterns.map((raw) => {
      const pattern = text(raw.PathPattern);
      return behaviour(raw, pattern.startsWith('/') ? pattern : `/${pattern}`);
    }),
    // an assembly without a distribution still has its API
    api,
    behaviour(object(config.DefaultCacheBehavior), '*'),
  ];
}
