import { fits } from './engine/stream.ts';
import { isObject, type Json, type JsonObject, list, object, text } from './template/json.ts';
import { TemplateError, type World } from './template/world.ts';

/** Where an event goes, and what arrives there. */
export type Target = { arn: string; input: Json };

/** The targets of the rules that an event of EventBridge fits. */
export function targetsOf(world: World, event: JsonObject): Target[] {
  return world
    .all('AWS::Events::Rule')
    .filter(({ properties }) => properties.EventPattern && fits(properties.EventPattern, event))
    .flatMap(({ properties }) => list(properties.Targets).map(object))
    .map((target) => ({
      arn: text(target.Arn),
      input: isObject(target.InputTransformer) ? transformed(target.InputTransformer, event) : event,
    }));
}

/** What an input transformer makes of an event. Throws TemplateError for a path that is no plain one. */
function transformed({ InputPathsMap, InputTemplate }: JsonObject, event: JsonObject): Json {
  const values = Object.fromEntries(
    Object.entries(object(InputPathsMap)).map(([name, path]) => [name, at(text(path), event)]),
  );
  const filled = text(InputTemplate).replace(/<([^<>]+)>/g, (_, name: string) =>
    JSON.stringify(values[name] ?? null),
  );
  return JSON.parse(filled);
}

function at(path: string, event: JsonObject): Json {
  if (!/^\$(\.[A-Za-z0-9_-]+)+$/.test(path))
    throw new TemplateError(`a rule takes ${path} out of its event, which is not understood here`);
  return path
    .split('.')
    .slice(1)
    .reduce((value: Json, name) => object(value)[name] ?? null, event);
}
