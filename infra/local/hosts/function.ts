import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Callers } from '../aws/callers.ts';
import { list, object, text, texts } from '../template/json.ts';
import { arnOf, nameOf, REGION } from '../template/physical.ts';
import type { Resolved, World } from '../template/world.ts';

/** A function as a host needs it. Times in milliseconds. */
export type HostedFunction = {
  name: string;
  arn: string;
  folder: string;
  handler: string;
  timeout: number;
  memory: number;
  concurrency: number;
  environment: Record<string, string>;
};

/**
 * How many hosts of a function run at a time where the template reserves none: while some wait for the table, which writes
 * one transaction after the other, another has a processor to work with. More would only take memory and warm up one by one.
 */
const CONCURRENCY = 3 * availableParallelism();

/** What the stacks say of the world outside, and what takes its place on this machine. */
export function localized(world: World, value: string): string {
  const { origin, s3 } = world.addresses;
  const stated = world.parameters.get('/kladka/origin');
  const here = value.replace(new RegExp(`https://([a-z0-9.-]+)\\.s3\\.${REGION}\\.amazonaws\\.com`, 'g'), s3);
  return stated && stated !== origin ? here.replaceAll(stated, origin) : here;
}

function environmentOf(
  world: World,
  fn: Resolved,
  callers: Callers,
  instead: Record<string, string>,
): Record<string, string> {
  const name = nameOf(fn);
  const { aws, s3, identity } = world.addresses;
  const { accessKey, secret } = callers.credentials(name);
  const layer = texts(fn.properties.Layers)
    .map((arn) => layerFolder(world, arn))
    .find((folder) => folder !== '');
  const given = Object.entries(object(object(fn.properties.Environment).Variables)).map(
    ([key, value]): [string, string] => [key, instead[key] ?? localized(world, String(value))],
  );
  const variables = Object.fromEntries(given);
  return {
    ...variables,
    ...(variables.KLADKA_ISSUER_CITIZEN ? { KLADKA_ISSUER_CITIZEN: `${identity}/citizen` } : {}),
    ...(variables.KLADKA_ISSUER_OFFICER || name === 'kladka-session'
      ? { KLADKA_ISSUER_OFFICER: `${identity}/officer` }
      : {}),
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_ENDPOINT_URL: aws,
    AWS_ENDPOINT_URL_S3: s3,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: 'live',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.properties.MemorySize ?? 128),
    // nothing of the developer's own AWS set-up may be looked at
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_CONFIG_FILE: '/dev/null',
    TZ: ':UTC',
    PATH: process.env.PATH ?? '',
    // /opt cannot be written to on every machine: the layer is read where the synthesis put it
    ...(layer
      ? {
          KLADKA_CURRENT: join(layer, 'kladka/current.json'),
          KLADKA_CONNECTOR_FILE: join(layer, 'kladka/connector.json'),
        }
      : {}),
  };
}

function layerFolder(world: World, arn: string): string {
  const layer = world.all('AWS::Lambda::LayerVersion').find((one) => arnOf(one) === arn);
  return layer?.assets.get(text(object(layer.properties.Content).S3Key)) ?? '';
}

/** Every function of the stacks whose code is an asset of the synthesis; `instead`: of what its template sets. */
export function hostedFunctions(
  world: World,
  callers: Callers,
  instead: Record<string, string> = {},
): HostedFunction[] {
  return world.all('AWS::Lambda::Function').flatMap((fn) => {
    const { properties } = fn;
    const folder = fn.assets.get(text(object(properties.Code).S3Key));
    if (!folder || !text(properties.Runtime).startsWith('nodejs')) return [];
    return [
      {
        name: nameOf(fn),
        arn: arnOf(fn),
        folder,
        handler: text(properties.Handler),
        timeout: Number(properties.Timeout ?? 3) * 1000,
        memory: Number(properties.MemorySize ?? 128),
        concurrency: Number(properties.ReservedConcurrentExecutions ?? CONCURRENCY),
        environment: environmentOf(world, fn, callers, instead),
      },
    ];
  });
}

/** The name of the function that is meant by its ARN or name, with or without an alias (`name:live`). */
export const functionOfArn = (arn: string): string =>
  /:function:([^:]+)/.exec(arn)?.[1] ?? arn.split(':')[0] ?? arn;

/** The first of a list that is a text, for properties that hold one or many. */
export const first = (value: Parameters<typeof list>[0]): string => text(list(value)[0]);
