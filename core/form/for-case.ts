import { isRecord } from '#core/expression/record.ts';
import { headOf } from './item-title.ts';
import { listed, withOptions, withTexts } from './options.ts';
import { outline, outlineAt } from './outline.ts';
import { steps } from './pointer.ts';
import { changedAt } from './schema-change.ts';
import type { FormDefinition, Json, Names, RowItem, Text } from './types.ts';

/** What the form of a task or of a party's state says in expressions of the case, by pointer. */
type OfCase = {
  readonly rows?: { readonly [pointer: string]: string };
  readonly options?: { readonly [pointer: string]: string };
};

const OTHER: Text = {
  uk: 'Такого варіанта в цій справі немає: виберіть один із запропонованих',
  en: 'This case has no such option: choose one of those offered',
};
const NOTHING: Text = {
  uk: 'Вибрати немає з чого: у справі ще немає цих даних',
  en: 'There is nothing to choose from: the case does not have these data yet',
};

/**
 * The form of a state as it is for one case now (docs/format/states.md, "task"): its lists of `rows` have one row for each
 * item, its fields of `options` take one of those values. What is given back says so in its schema, so whoever draws
 * or checks it needs no names of the case.
 * @param names what the state's expressions see; `form` is the application. @throws ExpressionError for an expression that is broken
 */
export function forCase(form: object, names: Names): FormDefinition {
  const { rows = {}, options = {}, ...rest } = form as FormDefinition & OfCase;
  let made: FormDefinition = rest;
  for (const [pointer, source] of Object.entries(rows))
    made = withItems(made, pointer, listed(source, names));
  for (const [pointer, source] of Object.entries(options))
    made = withOptions(made, pointer, listed(source, names), { nothing: NOTHING, other: OTHER });
  return made;
}

function withItems(form: FormDefinition, pointer: string, list: readonly Json[]): FormDefinition {
  const fields = outlineAt(outline(form.schema), [...steps(pointer), '*'])?.properties ?? [];
  const items = list.map((item): RowItem => {
    const has = isRecord(item) ? item : {};
    const same = fields.flatMap(([name]): [string, Json][] => {
      const value = Object.hasOwn(has, name) ? has[name] : undefined;
      return value === undefined || value === null ? [] : [[name, value]];
    });
    return { title: headOf(item), values: Object.fromEntries(same) };
  });
  const told: Text = {
    uk: `Рядків має бути стільки, скільки записів у справі: ${list.length}. Оновіть сторінку`,
    en: `There must be as many rows as the case has entries: ${list.length}. Load the page anew`,
  };
  return {
    ...form,
    schema: changedAt(form.schema, form.schema, steps(pointer), (list) => ({
      ...list,
      minItems: items.length,
      maxItems: items.length,
    })),
    texts: withTexts(form.texts, pointer, { errors: { minItems: told, maxItems: told } }),
    items: { ...form.items, [pointer]: items },
  };
}
