import type { Json, JsonObject } from '#core/flow/types.ts';
import type { Draw } from './draw.testing.ts';

/** A field of a generated form: how it is declared, and what may be entered in it. Only tests import this. */
export type Field = {
  name: string;
  kind: 'text' | 'number' | 'yes' | 'choice' | 'day' | 'people' | 'partner' | 'files';
  isRequired: boolean;
  schema: JsonObject;
  /** Texts below its pointer: `''` its own. */
  texts: { [below: string]: object };
  /** What it may hold, where that is a closed list. */
  values: readonly string[];
  /** Something that may be entered. */
  fits(draw: Draw): Json;
  /** Something that may not. */
  wrong: Json;
};

export const t = (uk: string, en = uk) => ({ uk, en });
const titled = (name: string) => ({ title: t(`Поле ${name}`, `Field ${name}`) });
/** The people who may stand in a list, by their number. */
export const numbers = ['2222222222', '3333333333', '4444444444', '5555555555'] as const;
const rnokpp = { type: 'string', pattern: '^[0-9]{10}$' };
const email = { type: 'string', format: 'email', maxLength: 100 };
const person = { type: 'object', properties: { rnokpp, email }, required: ['rnokpp'] };
const someone = (draw: Draw): JsonObject => {
  const number = draw.of(numbers);
  return { rnokpp: number, ...(draw.once(2) ? { email: `${number}@mail.example` } : {}) };
};
const below = (at: string) => ({
  [`${at}/rnokpp`]: titled('rnokpp'),
  [`${at}/email`]: titled('email'),
});

type Made = Pick<Field, 'schema' | 'texts' | 'values' | 'fits' | 'wrong'>;

function made(kind: Field['kind'], name: string): Made {
  const plain = { texts: { '': titled(name) }, values: [] };
  switch (kind) {
    case 'text':
      return {
        ...plain,
        schema: { type: 'string', minLength: 1, maxLength: 40 },
        fits: (draw) => draw.of(['Олена§', 'вул. Зелена§, 4', '§', 'O’Neil <b>§', '😀§']),
        wrong: '',
      };
    case 'number':
      return {
        ...plain,
        schema: { type: 'integer', minimum: 0, maximum: 200 },
        fits: (draw) => draw.below(101),
        wrong: -1,
      };
    case 'yes':
      return { ...plain, schema: { type: 'boolean' }, fits: (draw) => draw.once(2), wrong: 'yes' };
    case 'choice': {
      const values = ['one', 'two', 'three'];
      const options = Object.fromEntries(values.map((value) => [value, t(value)]));
      return {
        schema: { type: 'string', enum: values },
        texts: { '': { ...titled(name), options } },
        values,
        fits: (draw) => draw.of(values),
        wrong: 'four',
      };
    }
    case 'day':
      return {
        ...plain,
        schema: { type: 'string', format: 'date' },
        fits: (draw) => draw.of(['2026-03-01', '2026-04-15', '2024-02-29', '2031-12-31']),
        wrong: '2026-02-30',
      };
    case 'people':
      return {
        schema: { type: 'array', items: person, maxItems: 60 },
        texts: { '': titled(name), ...below('/*') },
        values: [],
        // now and then more than one command opens
        fits: (draw) => Array.from({ length: draw.once(40) ? 40 : draw.below(4) }, () => someone(draw)),
        wrong: [{ rnokpp: 'none' }],
      };
    case 'partner':
      return {
        schema: person,
        texts: { '': titled(name), ...below('') },
        values: [],
        fits: someone,
        wrong: { rnokpp: '1' },
      };
    case 'files':
      return {
        ...plain,
        schema: { type: 'array', items: { $ref: '../../parts/file/schema.json' }, maxItems: 3 },
        fits: (draw) =>
          draw.once(2) ? [] : [{ id: `${name}1`, name: 'f.pdf', type: 'application/pdf', size: 100 }],
        wrong: 'file',
      };
  }
}

export function field(kind: Field['kind'], name: string, isRequired: boolean): Field {
  return { name, kind, isRequired, ...made(kind, name) };
}
