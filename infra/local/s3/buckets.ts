import { localized } from '../hosts/function.ts';
import { isObject, list, object, texts } from '../template/json.ts';
import { nameOf } from '../template/physical.ts';
import type { World } from '../template/world.ts';

export type CorsRule = {
  origins: string[];
  methods: string[];
  headers: string[];
  exposed: string[];
  maxAge: number;
};
/** A bucket as the template has it; `lock` is how long each version is retained, in milliseconds. */
export type Bucket = { name: string; cors: CorsRule[]; lock: number };

const DAY = 86_400_000;

export function readBuckets(world: World): Map<string, Bucket> {
  return new Map(
    world.all('AWS::S3::Bucket').map((bucket) => {
      const name = nameOf(bucket);
      const rules = list(object(bucket.properties.CorsConfiguration).CorsRules).map(object);
      const retention = object(
        object(object(bucket.properties.ObjectLockConfiguration).Rule).DefaultRetention,
      );
      return [
        name,
        {
          name,
          cors: rules.map((rule) => ({
            origins: texts(rule.AllowedOrigins).map((origin) => localized(world, origin)),
            methods: texts(rule.AllowedMethods),
            headers: texts(rule.AllowedHeaders),
            exposed: texts(rule.ExposedHeaders),
            maxAge: Number(rule.MaxAge ?? 0),
          })),
          lock: isObject(retention) ? Number(retention.Days ?? Number(retention.Years ?? 0) * 365) * DAY : 0,
        },
      ];
    }),
  );
}

/** The CORS headers of an answer; empty where no rule of the bucket allows the origin and method. */
export function corsHeaders(
  bucket: Bucket | undefined,
  origin: string | undefined,
  method: string,
): Record<string, string> {
  const rule = bucket?.cors.find(
    (one) =>
      origin && (one.origins.includes(origin) || one.origins.includes('*')) && one.methods.includes(method),
  );
  if (!rule || !origin) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': rule.methods.join(', '),
    'access-control-allow-headers': rule.headers.includes('*')
      ? 'content-type, x-amz-date, x-amz-content-sha256, authorization, range, content-md5, x-requested-with'
      : rule.headers.join(', '),
    'access-control-expose-headers': rule.exposed.join(', '),
    'access-control-max-age': `${rule.maxAge}`,
    vary: 'Origin',
  };
}
