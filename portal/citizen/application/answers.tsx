import { type ReactNode, useMemo } from 'react';
import { schemaAt } from '#core/form/flatten.ts';
import { under, valueAt } from '#core/form/pointer.ts';
import { resolveFields, uiAt } from '#core/form/resolve-fields.ts';
import type { FormDefinition, Schema } from '#core/form/types.ts';
import { PlaceName } from '#portal/shell/territories.tsx';
import { labelOf } from '#portal/theme/form/label.ts';
import { ordered } from '#portal/theme/form/order.ts';
import { showValue } from '#portal/theme/form/show-value.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { SummaryList, type SummaryRow } from '#portal/theme/parts/summary-list.tsx';
import { citizenTexts } from '../texts.ts';

interface Leaf {
  readonly pointer: string;
  readonly schema: Schema;
}

/** Every value that a person entered under a field, in the form's order; rows one by one. */
export function leaves(form: FormDefinition, flat: Schema, pointer: string): Leaf[] {
  const schema = schemaAt(flat, pointer);
  // in a note nothing is entered
  if (!schema || schema.type === 'null') return [];
  if (schema.properties)
    return ordered(Object.keys(schema.properties), uiAt(form, pointer)['ui:order']).flatMap((name) =>
      leaves(form, flat, under(pointer, name)),
    );
  const rows = (schema.rows as readonly Schema[] | undefined) ?? [];
  if (rows.length > 0 && rows.every((row) => row.properties && !('sha256' in row.properties)))
    return rows.flatMap((_, n) => leaves(form, flat, under(pointer, n)));
  return [{ pointer, schema }];
}

/** Whether a field must be filled in. */
function isAsked(flat: Schema, pointer: string): boolean {
  const at = pointer.lastIndexOf('/');
  return schemaAt(flat, pointer.slice(0, at))?.required?.includes(pointer.slice(at + 1)) ?? false;
}

/** Whether there is anything to show of a value. */
function given(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

/**
 * What was entered in some fields, as terms and values. `action` may add a link to each; `onlyGiven` leaves out what
 * has no value, since a party is not told whether it was left empty or is not theirs to see.
 */
export function AnswerList({
  form,
  data,
  fields,
  action,
  onlyGiven = false,
}: {
  form: FormDefinition;
  data: Readonly<Record<string, unknown>>;
  fields: readonly string[];
  action?: (pointer: string, label: string) => ReactNode;
  onlyGiven?: boolean;
}) {
  const t = useTexts(citizenTexts);
  const { language } = useLanguage();
  const resolved = useMemo(() => resolveFields(form, data), [form, data]);
  const rows = fields
    .flatMap((field) => leaves(form, resolved.schema, field))
    .filter(({ pointer }) => !onlyGiven || given(valueAt(data, pointer)))
    .map(({ pointer, schema }): SummaryRow => {
      const value = valueAt(data, pointer);
      const shown = showValue(form, schema, pointer, value, language);
      const label = labelOf(form, pointer, language);
      // a box that may be left alone says no
      const left = value === undefined && schema.type === 'boolean' && !isAsked(resolved.schema, pointer);
      return {
        key: pointer,
        term: label,
        value:
          schema.format === 'katottg' && typeof value === 'string' ? (
            <PlaceName code={value} />
          ) : (
            shown || (left ? t('no') : <span className="k-soft">{t('notEntered')}</span>)
          ),
        ...(action && !(pointer in (form.computed ?? {})) ? { action: action(pointer, label) } : {}),
      };
    });
  return rows.length > 0 ? <SummaryList rows={rows} /> : null;
}
