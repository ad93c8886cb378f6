import { both, either, negated, type Test } from '../draft/test.ts';
import { type Loose, looseIn, looseOf, numberOf, textOf, wordOf } from '../json.ts';
import type { Seen } from './kinds.ts';

/** A field that a condition may ask: where it is here, and how it is compared. */
export type Field = { readonly pointer: string; readonly seen: Seen };

/** What the named conditions of a form mean here. */
export class Conditions {
  readonly #named: ReadonlyMap<string, Loose>;
  readonly #fields: ReadonlyMap<string, Field>;

  constructor(conditions: readonly Loose[], fields: ReadonlyMap<string, Field>) {
    this.#named = new Map(conditions.map((one) => [textOf(one.name) ?? '', one]));
    this.#fields = fields;
  }

  /** A condition by its name; undefined where JSON Schema cannot say the same. */
  test(name: string, within: readonly string[] = []): Test | undefined {
    const value = this.#named.get(name)?.value;
    if (value === undefined || within.includes(name)) return undefined;
    return this.#joined(looseIn(looseOf(value).conditions, ''), [...within, name]);
  }

  /** A condition as it is written. */
  written(name: string): string {
    return JSON.stringify(this.#named.get(name)?.value ?? name);
  }

  /** One after the other, each with the word that joins it to the one before; `and` binds more. */
  #joined(list: readonly [Loose, string][], within: readonly string[]): Test | undefined {
    const alternatives: Test[][] = [];
    for (const [one] of list) {
      const test = this.#one(one, within);
      if (!test) return undefined;
      const open = alternatives.at(-1);
      if (open && textOf(one.coordinator) !== 'or') open.push(test);
      else alternatives.push([test]);
    }
    return alternatives.length === 0 ? undefined : either(alternatives.map(both));
  }

  #one(one: Loose, within: readonly string[]): Test | undefined {
    const other = textOf(one.conditionName);
    if (other !== undefined) return this.test(other, within);
    if (Array.isArray(one.conditions)) return this.#joined(looseIn(one.conditions, ''), within);
    const field = this.#fields.get(named(textOf(looseOf(one.field).name) ?? ''));
    const { type, value } = looseOf(one.value);
    if (!field || (type !== undefined && type !== 'Value')) return undefined;
    return compared(field, wordOf(one.operator), wordOf(value));
  }
}

/** A field inside a section is named with it: `section.field`. */
const named = (name: string): string => name.split('.').at(-1) ?? name;

const bounds: { readonly [operator: string]: string } = {
  'is at least': 'minimum',
  'is at most': 'maximum',
  'is more than': 'exclusiveMinimum',
  'is less than': 'exclusiveMaximum',
};

function compared({ pointer, seen }: Field, operator: string, value: string): Test | undefined {
  const at = (is: { readonly [keyword: string]: unknown }): Test => ({ field: pointer, is });
  const equal = (): Test | undefined => {
    if (seen === 'flag') return at({ const: value === 'true' });
    if (seen === 'number') return numberOf(value) === undefined ? undefined : at({ const: Number(value) });
    return seen === 'one' || seen === 'text' || seen === 'day' ? at({ const: value }) : undefined;
  };
  const holds = (): Test | undefined => (seen === 'several' ? at({ contains: { const: value } }) : undefined);
  switch (operator) {
    case 'is':
      return equal();
    case 'is not': {
      const test = equal();
      return test && negated(test);
    }
    case 'contains':
      return holds();
    case 'does not contain': {
      const test = holds();
      return test && negated(test);
    }
    default: {
      const keyword = bounds[operator];
      const limit = numberOf(value);
      return keyword !== undefined && seen === 'number' && limit !== undefined
        ? at({ [keyword]: limit })
        : undefined;
    }
  }
}
