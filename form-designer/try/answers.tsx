import type { ReactNode } from 'react';
import { textsOf } from '#core/form/messages.ts';
import { under, valueAt } from '#core/form/pointer.ts';
import { uiAt, widgetOf } from '#core/form/resolve-fields.ts';
import type { FormDefinition, Text } from '#core/form/types.ts';
import { isKatottg } from '#core/reference/identifiers.ts';
import { PlaceName } from '#portal/shell/territories.tsx';
import { showDay, showMoney } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised } from '#portal/theme/language.tsx';

interface Leaf {
  readonly pointer: string;
  readonly label: Text | undefined;
}

function walk(form: FormDefinition, value: unknown, pointer: string): Leaf[] {
  if (Array.isArray(value))
    return value.some((one) => typeof one === 'object')
      ? value.flatMap((one, n) => walk(form, one, under(pointer, n)))
      : [{ pointer, label: textsOf(form, pointer).title }];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => walk(form, one, under(pointer, name)));
  return [{ pointer, label: textsOf(form, pointer).title }];
}

/** The single answers of an application, each with its label. */
export const leaves = {
  of: (form: FormDefinition, data: unknown): Leaf[] => walk(form, data, ''),
  at: valueAt,
};

/** What was entered, as those who see it read it. */
export function Answers({ form, data }: { form: FormDefinition; data: unknown }) {
  const read = useLocalised();
  const { language } = useLanguage();
  const show = (pointer: string): ReactNode => {
    const value = valueAt(data, pointer);
    if (typeof value === 'string' && isKatottg(value)) return <PlaceName code={value} />;
    const options = textsOf(form, pointer).options;
    if (typeof value === 'boolean') return value ? '✓' : '✗';
    if (typeof value === 'number' && widgetOf(uiAt(form, pointer)) === 'money')
      return showMoney(value, language);
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return showDay(value, language);
    return [value]
      .flat()
      .map((one) => read(options?.[String(one)]) || String(one ?? ''))
      .join(', ');
  };
  return (
    <dl className="d-answers">
      {leaves.of(form, data).map(({ pointer, label }) => (
        <div key={pointer}>
          <dt>{read(label) || pointer}</dt>
          <dd>{show(pointer)}</dd>
        </div>
      ))}
    </dl>
  );
}
