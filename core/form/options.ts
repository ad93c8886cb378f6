import { mentions } from '#core/expression/types/mentions.ts';
import { evaluated, seen } from './expressions.ts';
import { type OptionItem, optionOf } from './item-title.ts';
import { askedBy, knownAs, lookupInput } from './lookups.ts';
import { textsOf } from './messages.ts';
import { outline, outlineAt } from './outline.ts';
import { steps } from './pointer.ts';
import { changedAt } from './schema-change.ts';
import type { Entered, FieldTexts, FormDefinition, Json, Names, Schema, Text } from './types.ts';

/** So many choices has a field at most: what a list has beyond them is not offered, and not accepted. */
export const MOST_OPTIONS = 1000;

type Texts = NonNullable<FormDefinition['texts']>;

/** The items of a list; none while something that it leans on is not there. */
export function listed(source: string, names: Names): readonly Json[] {
  const value = evaluated(source, names);
  return Array.isArray(value) ? (value as Json[]) : [];
}

/**
 * A form of which a field takes one of some items alone, or several where it is a list. Its schema and texts say so, so
 * whoever draws or checks it needs no names.
 * @param nothing why there is nothing to choose from; `other` what is said of a value that is not among the choices
 */
export function withOptions(
  form: FormDefinition,
  pointer: string,
  list: readonly Json[],
  said: { readonly nothing: Text; readonly other: Text },
): FormDefinition {
  const all = list.flatMap(optionOf);
  const options = all.slice(0, MOST_OPTIONS);
  const titles = Object.fromEntries(options.map(({ value, title }: OptionItem) => [String(value), title]));
  const values = [...new Set(options.map(({ value }) => value))];
  const one = (schema: Schema): Schema => {
    const { enum: own } = schema;
    return { ...schema, enum: Array.isArray(own) ? values.filter((value) => own.includes(value)) : values };
  };
  const several = outlineAt(outline(form.schema), steps(pointer))?.shape === 'list';
  const nothing = list.length > 0 ? UNREADABLE : said.nothing;
  const told = values.length > 0 ? said.other : nothing;
  const errors = { enum: told, ...(values.length > 0 ? {} : { required: told, minItems: told }) };
  const texts = withTexts(form.texts, pointer, { options: titles, errors });
  return {
    ...form,
    schema: changedAt(form.schema, form.schema, steps(several ? `${pointer}/*` : pointer), one),
    texts: several ? withTexts(texts, `${pointer}/*`, { errors: { enum: told } }) : texts,
    offered: {
      ...form.offered,
      [pointer]: {
        ...(values.length > 0 ? {} : { nothing: told }),
        ...(all.length > options.length ? { more: MORE } : {}),
      },
    },
  };
}

/**
 * The form of a service as it is for what is entered and what registries answered: its fields of `options` take one of those
 * values. @param asking lookups that are under way
 * @throws ExpressionError for an expression that is broken
 */
export function withChoices(
  form: FormDefinition,
  whole: Entered,
  names: Names,
  asking: readonly string[] = [],
): FormDefinition {
  const { options, ...rest } = form;
  if (!options) return form;
  const all = seen(form, whole, names);
  return Object.entries(options).reduce<FormDefinition>((made, [pointer, source]) => {
    const list = listed(source, all);
    const nothing = list.length > 0 ? NOTHING : whyNothing(form, source, whole, names, asking);
    return withOptions(made, pointer, list, { nothing, other: OTHER });
  }, rest);
}

/** Why a list gives nothing: a registry is not asked yet, is being asked, gave no answer; or it answered that there is none. */
function whyNothing(
  form: FormDefinition,
  source: string,
  whole: Entered,
  names: Names,
  asking: readonly string[],
): Text {
  const leansOn = Object.keys(form.lookups ?? {}).filter((name) => mentioned(source, knownAs(form, name)));
  for (const name of leansOn) {
    if ((names[knownAs(form, name)] ?? null) !== null) continue;
    if (lookupInput(form, name, whole, names) === null) return waiting(form, name);
    return asking.includes(name) ? ASKING : UNANSWERED;
  }
  return NOTHING;
}

/** The fields that choose from what a lookup answers. */
export const choosesFrom = ({ options = {}, ...form }: FormDefinition, lookup: string): string[] =>
  Object.keys(options).filter((pointer) =>
    mentioned(options[pointer] ?? '', knownAs(form as FormDefinition, lookup)),
  );

/** Whether an expression names an answer. */
const mentioned = (source: string, as: string): boolean => mentions(source, [as]).length > 0;

/** What is to be entered before a registry can be asked. */
function waiting(form: FormDefinition, lookup: string): Text {
  const titles = askedBy(form, lookup).map((pointer) => textsOf(form, pointer).title);
  const known = titles.filter((title) => title !== undefined);
  if (known.length === 0)
    return {
      uk: 'Список зʼявиться, щойно буде за чим його шукати: заповніть попередні поля',
      en: 'The list appears once there is something to search by: fill in the fields before',
    };
  const named = (language: string) => known.map((title) => `«${title[language] ?? title.uk}»`).join(', ');
  return {
    uk: `Спершу заповніть ${known.length > 1 ? 'поля' : 'поле'} ${named('uk')}: від цього залежить список`,
    en: `First fill in ${named('en').replaceAll('«', '“').replaceAll('»', '”')}: the list depends on it`,
  };
}

const ASKING: Text = {
  uk: 'Шукаємо варіанти: зачекайте, поки зʼявиться список',
  en: 'Looking for the choices: wait until the list appears',
};
const UNANSWERED: Text = {
  uk: 'Список зараз недоступний: реєстр не відповідає. Введене збережено, спробуйте ще раз трохи згодом',
  en: 'The list is not available now: the registry does not answer. What you entered is kept, try again a little later',
};
const NOTHING: Text = {
  uk: 'За тим, що введено, вибрати немає з чого: перевірте, чи все введено правильно',
  en: 'For what was entered there is nothing to choose from: check whether it was entered right',
};
const OTHER: Text = {
  uk: 'Такого варіанта у списку немає: виберіть один із запропонованих',
  en: 'The list has no such option: choose one of those offered',
};
const UNREADABLE: Text = {
  uk: 'З цього списку не можна вибирати: його записи не мають ні value, ні id, key чи code. Повідомте про це орган',
  en: 'Nobody can choose from this list: its entries have no value, id, key or code. Tell the agency',
};
const MORE: Text = {
  uk: `Показано перші ${MOST_OPTIONS}: якщо потрібного немає, уточніть попередні поля`,
  en: `The first ${MOST_OPTIONS} are shown: if yours is missing, narrow it by the fields before`,
};

/** Texts of a field, where the definition does not have its own. */
export function withTexts(all: Texts | undefined, pointer: string, more: FieldTexts): Texts {
  const own = all?.[pointer];
  return {
    ...all,
    [pointer]: {
      ...more,
      ...own,
      ...(more.options ? { options: { ...more.options, ...own?.options } } : {}),
      ...(more.errors ? { errors: { ...more.errors, ...own?.errors } } : {}),
    },
  };
}
