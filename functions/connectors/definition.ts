import { readFileSync } from 'node:fs';
import type { Connector as ConnectorDefinition } from '#core/definition/types.generated.ts';

let loaded: ConnectorDefinition | undefined;

/** The definition that this function's connector runs by: a file of its layer, read once a container. */
export function connectorDefinition(): ConnectorDefinition {
  loaded ??= JSON.parse(
    readFileSync(process.env.KLADKA_CONNECTOR_FILE ?? '/opt/kladka/connector.json', 'utf8'),
  ) as ConnectorDefinition;
  return loaded;
}

/** The value of an environment variable. @throws Error naming the variable where it is not set */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
}

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds (`PT10S`, `P2DT3H`). */
export function milliseconds(duration: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration);
  if (!match) throw new Error(`not a duration of days, hours, minutes and seconds: ${duration}`);
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1000;
}
