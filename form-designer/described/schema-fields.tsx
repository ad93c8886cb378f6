import { useState } from 'react';
import { under } from '#core/form/pointer.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { type JsonObject, listOf, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { useDesign, useValue } from '../design.tsx';
import { plainName } from '../home/latin.ts';
import { Field, Pick, Tick } from '../parts/fields.tsx';
import { describedTexts } from './texts.ts';

const plain = ['string', 'date', 'integer', 'number', 'boolean'] as const;
type Plain = (typeof plain)[number];
const words = {
  string: 'string',
  date: 'date',
  integer: 'integer',
  number: 'numberKind',
  boolean: 'boolean',
} as const;

const kindOf = (schema: JsonObject): string =>
  schema.type === 'string' && schema.format === 'date'
    ? 'date'
    : String(listOf(schema.type)[0] ?? schema.type ?? '');

/** A single value of a kind; what could be absent before still can. */
const schemaOf = (kind: Plain, before: JsonObject = {}): JsonObject => {
  const made = plainOf(kind);
  return listOf(before.type).includes('null') ? { ...made, type: [String(made.type), 'null'] } : made;
};
const plainOf = (kind: Plain): JsonObject =>
  kind === 'date'
    ? { type: 'string', format: 'date' }
    : kind === 'string'
      ? { type: 'string', maxLength: 500 }
      : { type: kind };

/** What goes to another system, or comes from it: fields with their kind. What is more than a single value is kept as it is. */
export function SchemaFields({ at, label, hint }: { at: string; label: string; hint: string | undefined }) {
  const t = useTexts(describedTexts);
  const { edit } = useDesign();
  const [value] = useValue(at);
  const [name, setName] = useState('');
  const schema = objectOf(value);
  const fields = Object.entries(objectOf(schema.properties));
  const required = listOf(schema.required);

  /** What makes a field required, or no longer. */
  function requiring(field: string, on: boolean): Operation[] {
    const next = on ? [...required, field] : required.filter((one) => one !== field);
    if (next.length > 0) return [{ do: 'put', at: `${at}/required`, value: next }];
    return schema.required === undefined ? [] : [{ do: 'take', at: `${at}/required` }];
  }

  function add(): void {
    const field = /^[a-z][A-Za-z0-9]*$/.test(name.trim()) ? name.trim() : plainName(name);
    if (field === '') return;
    edit([
      ...(value === undefined ? [{ do: 'put' as const, at: `${at}/type`, value: 'object' }] : []),
      { do: 'put', at: under(`${at}/properties`, field), value: schemaOf('string') },
    ]);
    setName('');
  }

  return (
    <fieldset className="d-group">
      <legend>{label}</legend>
      {hint ? <p className="k-hint">{hint}</p> : null}
      {fields.length === 0 ? <p className="k-soft">{t('noFields')}</p> : null}
      {fields.map(([field, one]) => {
        const kind = kindOf(objectOf(one));
        const simple = (plain as readonly string[]).includes(kind);
        return (
          <div key={field} className="d-test d-schemafield">
            <p className="d-group__title">{field}</p>
            {simple ? (
              <Pick
                tight
                label={`${t('kind')}: ${field}`}
                value={kind}
                options={plain.map((each) => [each, t(words[each])])}
                onChange={(next) =>
                  edit([
                    {
                      do: 'put',
                      at: under(`${at}/properties`, field),
                      value: schemaOf(next as Plain, objectOf(one)),
                    },
                  ])
                }
              />
            ) : (
              <p className="k-soft">{t(kind === 'array' ? 'array' : 'object')}</p>
            )}
            <Tick
              label={`${field}: ${t('required')}`}
              checked={required.includes(field)}
              onChange={(on) => edit(requiring(field, on))}
            />
            <Button
              kind="plain"
              onClick={() =>
                edit([
                  ...(required.includes(field) ? requiring(field, false) : []),
                  { do: 'take', at: under(`${at}/properties`, field) },
                ])
              }
            >
              {t('remove', { what: field })}
            </Button>
          </div>
        );
      })}
      <div className="d-addkind">
        <Field tight label={t('fieldName')} value={name} onChange={setName} />
        <Button kind="secondary" disabled={name.trim() === ''} onClick={add}>
          {t('addField')}
        </Button>
      </div>
    </fieldset>
  );
}
