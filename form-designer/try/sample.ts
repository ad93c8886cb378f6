import type { Identity } from '#core/case/types.ts';
import { prefill } from '#core/form/prefill.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import type { FormDefinition, Names, Schema } from '#core/form/types.ts';

/** Who applies in a trial: nobody who lives, with numbers that are right to their last digit. */
export const someone: Identity = {
  person: 'trial-applicant',
  surname: 'Коваленко',
  name: 'Олена',
  patronymic: 'Іванівна',
  birthDate: '1991-08-24',
  sex: 'female',
  rnokpp: '3347312325',
  unzr: '19910824-00026',
  email: 'olena@citizens.example',
  phone: '+380671234567',
  assurance: 'high',
};

const byFormat: { readonly [format: string]: string } = {
  rnokpp: '3347312325',
  unzr: '19910824-00026',
  edrpou: '32855961',
  iban: 'UA213223130000026007233566001',
  phone: '+380671234567',
  passport: '004512378',
  katottg: 'UA80000000000126643',
  email: 'olena@citizens.example',
  date: '2024-03-15',
  time: '14:30',
  'date-time': '2024-03-15T14:30:00Z',
  uri: 'https://www.example.org/',
};

/** What is tried where a pattern must be met: patterns of names, houses, numbers as services have them. */
const tried = [
  'Олена',
  'Коваленко',
  'вулиця Хрещатик',
  'Текст для проби',
  '12',
  '36-А',
  '01001',
  '2024',
  '004512378',
  'АА123456',
  '1/2',
  '3347312325',
  '2534187480000',
  '+380671234567',
  'UA80000000000126643',
  'https://www.example.org/',
];

const fitsLength = (text: string, { minLength, maxLength }: Schema): boolean =>
  text.length >= Number(minLength ?? 0) && text.length <= Number(maxLength ?? Number.POSITIVE_INFINITY);

/** Two fields of one kind get different values where there are several, so that «must differ» is met. */
const oneOf = (fitting: readonly string[], at: string): string | undefined => {
  const sum = [...at].reduce((all, sign) => all + sign.charCodeAt(0), 0);
  return fitting[sum % Math.max(1, fitting.length)];
};

function text(schema: Schema, at: string): string {
  const known = typeof schema.format === 'string' ? byFormat[schema.format] : undefined;
  if (known !== undefined) return known;
  if (typeof schema.pattern === 'string') {
    const pattern = new RegExp(schema.pattern, 'u');
    return (
      oneOf(
        tried.filter((one) => pattern.test(one) && fitsLength(one, schema)),
        at,
      ) ?? ''
    );
  }
  const least = Number(schema.minLength ?? 0);
  const fitting = ['Текст для проби', 'Коваленко Олена', 'вулиця Хрещатик'].filter((one) =>
    fitsLength(one, schema),
  );
  return oneOf(fitting, at) ?? tried.find((one) => fitsLength(one, schema)) ?? 'А'.repeat(Math.max(1, least));
}

function number({ minimum, maximum, multipleOf, exclusiveMinimum }: Schema): number {
  const step = Number(multipleOf ?? 1);
  const least =
    typeof minimum === 'number'
      ? minimum
      : typeof exclusiveMinimum === 'number'
        ? exclusiveMinimum + step
        : 1;
  const most = typeof maximum === 'number' ? maximum : Number.POSITIVE_INFINITY;
  return Math.min(most, Math.max(least, Math.ceil(least / step) * step || step));
}

const outgrown = ({ pattern }: Schema, value: unknown): boolean =>
  typeof pattern === 'string' && typeof value === 'string' && !new RegExp(pattern, 'u').test(value);

/** A value of a schema; what is there stays. Only what is asked for is filled in. */
function fill(schema: Schema, value: unknown, asked: boolean, at: string): unknown {
  if (schema.properties) {
    const before = (value ?? {}) as Record<string, unknown>;
    const next: Record<string, unknown> = { ...before };
    for (const [name, property] of Object.entries(schema.properties)) {
      if (typeof property === 'boolean') continue;
      const inner = fill(property, before[name], schema.required?.includes(name) ?? false, `${at}/${name}`);
      if (inner !== undefined) next[name] = inner;
    }
    return Object.keys(next).length > 0 || asked ? next : undefined;
  }
  if (schema.type === 'array') return rows(schema, value, asked, at);
  // another answer may ask for another pattern than the one that was met before
  if (value !== undefined && value !== '' && !outgrown(schema, value)) return value;
  if (!asked) return undefined;
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (Array.isArray(schema.oneOf)) return (schema.oneOf[0] as Schema).const;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return number(schema);
  return text(schema, at);
}

function rows(schema: Schema, value: unknown, asked: boolean, at: string): unknown {
  const list = Array.isArray(value) ? value : [];
  const least = Math.max(Number(schema.minItems ?? 0), asked ? 1 : 0);
  if (list.length === 0 && least === 0) return value;
  const each = (schema as { rows?: readonly Schema[] }).rows;
  const items = typeof schema.items === 'object' ? schema.items : {};
  const isFile = items.properties?.sha256 !== undefined;
  return Array.from({ length: Math.max(least, list.length) }, (_, n) =>
    isFile
      ? (list[n] ?? {
          id: `trial-file-${n + 1}`,
          name: 'документ.pdf',
          size: 1000,
          type: 'application/pdf',
          sha256: '0'.repeat(64),
        })
      : fill(each?.[n] ?? items, list[n], true, `${at}/${n}`),
  );
}

/** How often what a value opened is looked at again. */
const ROUNDS = 12;

/** Data with which a form can be sent: what the identity fills in, and for all else that is asked for a value that fits. */
export function sampleData(
  form: FormDefinition,
  names: Names,
  begun: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  let data: Record<string, unknown> = { ...prefill(form, names), ...begun };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { schema, kept } = resolveFields(form, data);
    const next = fill(schema, kept, true, '') as Record<string, unknown>;
    if (JSON.stringify(next) === JSON.stringify(data)) break;
    data = next;
  }
  return data;
}
