import { isObject, type Json, type JsonObject, object, text } from './json.ts';
import { ACCOUNT, type Addresses, attributeOf, REGION, type Resource, refOf } from './physical.ts';
import type { Stack } from './read.ts';

/** A resource with its properties resolved, and the stack whose assets it may name. */
export type Resolved = Resource & { assets: Map<string, string> };

const NOTHING = Symbol('AWS::NoValue');
type Value = Json | typeof NOTHING | undefined;

/** A template that this machine cannot follow: names the stack, and what is not understood. */
export class TemplateError extends Error {
  readonly code = 'template';
}

/**
 * All stacks seen as one: resolves the intrinsics that `cdk synth` emits against local names.
 * SSM parameters are looked up in the stacks themselves, since that is how stacks find each other.
 */
export class World {
  readonly stacks: Stack[];
  readonly addresses: Addresses;
  readonly #resolved = new Map<string, Resolved>();
  readonly #byTypes = new Map<string, Resolved[]>();
  readonly #parameters = new Map<string, string>();
  #parametersRead = false;

  constructor(stacks: Stack[], addresses: Addresses) {
    this.stacks = stacks;
    this.addresses = addresses;
  }

  /** Every resource of a type, in the order of the templates. Asked at every call of a function, so it is remembered. */
  all(...types: string[]): readonly Resolved[] {
    const key = types.join();
    const known = this.#byTypes.get(key);
    if (known) return known;
    const found = this.stacks.flatMap((stack) =>
      Object.entries(object(stack.template.Resources))
        .filter(([, raw]) => types.includes(text(object(raw).Type)) && this.#kept(stack, raw))
        .map(([id]) => this.resource(stack, id)),
    );
    this.#byTypes.set(key, found);
    return found;
  }

  /** The SSM parameters of all stacks, by name. */
  get parameters(): Map<string, string> {
    if (this.#parametersRead) return this.#parameters;
    this.#parametersRead = true;
    for (const stack of this.stacks)
      for (const [id, raw] of Object.entries(object(stack.template.Resources)))
        if (object(raw).Type === 'AWS::SSM::Parameter') {
          const { properties } = this.resource(stack, id);
          this.#parameters.set(text(properties.Name), text(properties.Value));
        } else if (object(raw).Type === 'Custom::CrossRegionExportWriter') {
          // the CDK's own resource that writes what a stack of another region reads
          const { exports } = object(this.resource(stack, id).properties.WriterProps);
          for (const [name, value] of Object.entries(object(exports)))
            this.#parameters.set(name, text(value));
        }
    return this.#parameters;
  }

  resource(stack: Stack, id: string): Resolved {
    const key = `${stack.name}/${id}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    const raw = object(stack.template.Resources)[id];
    if (!isObject(raw))
      throw new TemplateError(`stack ${stack.name} refers to "${id}", which it does not have`);
    const resolved: Resolved = {
      stack: stack.name,
      id,
      type: text(raw.Type),
      properties: {},
      assets: stack.assets,
    };
    // set before its properties are read, so that a circle ends with names made of logical ids
    this.#resolved.set(key, resolved);
    resolved.properties = object(this.resolve(stack, raw.Properties ?? {}));
    return resolved;
  }

  /** A value of a stack's template with every intrinsic replaced by what it gives on this machine. */
  resolve(stack: Stack, value: Json | undefined): Json {
    const result = this.#value(stack, value);
    return result === NOTHING || result === undefined ? null : result;
  }

  #kept(stack: Stack, raw: Json | undefined): boolean {
    const condition = text(object(raw).Condition);
    return condition === '' || this.#condition(stack, { Condition: condition });
  }

  #value(stack: Stack, value: Json | undefined): Value {
    if (Array.isArray(value))
      return value
        .map((entry) => this.#value(stack, entry))
        .filter((entry): entry is Json => entry !== NOTHING && entry !== undefined);
    if (typeof value === 'string') return this.#dynamic(value);
    if (!isObject(value)) return value;
    const [name, ...more] = Object.keys(value);
    if (name !== undefined && more.length === 0 && (name === 'Ref' || name.startsWith('Fn::')))
      return this.#intrinsic(stack, name, value[name] ?? null);
    const result: JsonObject = {};
    for (const [key, entry] of Object.entries(value)) {
      const given = this.#value(stack, entry);
      if (given !== NOTHING && given !== undefined) result[key] = given;
    }
    return result;
  }

  /** `{{resolve:ssm:/name}}` inside a string. */
  #dynamic(value: string): string {
    return value.replace(/\{\{resolve:ssm:([^:}]+)(?::\d+)?\}\}/g, (_, name: string) =>
      this.#parameter(name),
    );
  }

  #parameter(name: string): string {
    const value = this.parameters.get(name);
    if (value === undefined)
      throw new TemplateError(`no stack makes the SSM parameter "${name}" that another one reads`);
    return value;
  }

  #ref(stack: Stack, id: string): Value {
    switch (id) {
      case 'AWS::AccountId':
        return ACCOUNT;
      case 'AWS::Region':
        return REGION;
      case 'AWS::Partition':
        return 'aws';
      case 'AWS::URLSuffix':
        return 'amazonaws.com';
      case 'AWS::StackName':
        return stack.name;
      case 'AWS::StackId':
        return `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stack.name}/1`;
      case 'AWS::NoValue':
        return NOTHING;
    }
    const parameter = object(stack.template.Parameters)[id];
    if (isObject(parameter)) {
      const fallback = parameter.Default ?? null;
      return text(parameter.Type).startsWith('AWS::SSM::Parameter::Value')
        ? this.#parameter(text(fallback))
        : fallback;
    }
    return refOf(this.resource(stack, id), this.addresses);
  }

  #attribute(stack: Stack, id: string, attribute: string): string {
    return attributeOf(this.resource(stack, id), attribute, this.addresses);
  }

  #intrinsic(stack: Stack, name: string, argument: Json): Value {
    const parts = Array.isArray(argument) ? argument : [argument];
    const go = (value: Json | undefined): Json => this.resolve(stack, value);
    switch (name) {
      case 'Ref':
        return this.#ref(stack, text(argument));
      case 'Fn::GetAtt': {
        const [id, attribute] = parts.length > 1 ? parts.map(text) : text(argument).split(/\.(.*)/s);
        return this.#attribute(stack, id ?? '', attribute ?? '');
      }
      case 'Fn::Join':
        return (go(parts[1]) as Json[]).map(String).join(text(parts[0]));
      case 'Fn::Select':
        return (go(parts[1]) as Json[])[Number(go(parts[0]))];
      case 'Fn::Split':
        return String(go(parts[1])).split(text(parts[0]));
      case 'Fn::Sub':
        return this.#substitute(stack, text(parts[0]), object(parts[1]));
      case 'Fn::FindInMap': {
        const [map, first, second] = parts.map((part) => text(go(part)));
        const found = object(object(stack.template.Mappings)[map ?? ''])[first ?? ''];
        return object(found)[second ?? ''];
      }
      case 'Fn::If':
        return this.#value(
          stack,
          this.#condition(stack, { Condition: text(parts[0]) }) ? parts[1] : parts[2],
        );
      case 'Fn::ImportValue':
        return this.#imported(text(go(argument)));
      case 'Fn::GetAZs':
        return [`${REGION}a`, `${REGION}b`, `${REGION}c`];
      case 'Fn::Base64':
        return Buffer.from(text(go(argument))).toString('base64');
      default:
        throw new TemplateError(`stack ${stack.name} uses ${name}, which is not known here`);
    }
  }

  #substitute(stack: Stack, template: string, given: JsonObject): string {
    return template
      .replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
        if (name in given) return String(this.resolve(stack, given[name]));
        const [id, attribute] = name.split(/\.(.*)/s);
        if (attribute !== undefined) return this.#attribute(stack, id ?? '', attribute);
        return String(this.resolve(stack, { Ref: name }));
      })
      .replaceAll('${!', '${');
  }

  #imported(name: string): Json {
    for (const stack of this.stacks)
      for (const output of Object.values(object(stack.template.Outputs))) {
        const { Export, Value } = object(output);
        if (this.resolve(stack, object(Export).Name) === name) return this.resolve(stack, Value);
      }
    throw new TemplateError(`no stack exports "${name}"`);
  }

  #condition(stack: Stack, condition: Json | undefined): boolean {
    const [name, argument] = Object.entries(object(condition))[0] ?? [];
    const parts = Array.isArray(argument) ? argument : [argument];
    const holds = (part: Json | undefined): boolean => this.#condition(stack, part);
    switch (name) {
      case 'Condition':
        return this.#condition(stack, object(stack.template.Conditions)[text(argument)]);
      case 'Fn::Equals':
        return this.resolve(stack, parts[0]) === this.resolve(stack, parts[1]);
      case 'Fn::Not':
        return !holds(parts[0]);
      case 'Fn::And':
        return parts.every(holds);
      case 'Fn::Or':
        return parts.some(holds);
      default:
        throw new TemplateError(`stack ${stack.name} has a condition that is not known: ${name}`);
    }
  }
}
