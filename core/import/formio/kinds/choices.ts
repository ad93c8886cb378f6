import type { Text } from '#core/definition/types.ts';
import { listOf, looseIn, looseOf, numberOf, textOf } from '../../json.ts';
import type { Words } from '../../words.ts';
import { type Component, validateOf } from '../component.ts';
import type { Kind, Live, Made, Tools } from '../kind.ts';
import { listOfRegistry } from './listed.ts';

type Choices = { readonly values: string[]; readonly options: { [value: string]: Words } };

/** The choices of a component, each with its name; a description goes after the name. */
function choicesIn(list: unknown, tools: Tools): Choices {
  const found: Choices = { values: [], options: {} };
  for (const [one] of looseIn(list, '')) {
    const written = one.value;
    const value = ['number', 'boolean'].includes(typeof written) ? String(written) : textOf(written);
    if (value === undefined || Object.hasOwn(found.options, value) || value === '__proto__') continue;
    const name = tools.words(one.label) ?? tools.words(value) ?? { en: value };
    const more = tools.words(one.description);
    found.values.push(value);
    found.options[value] = more
      ? Object.fromEntries(
          Object.entries(name).map(([language, own]) => [language, `${own} — ${more[language] ?? ''}`]),
        )
      : name;
  }
  return found;
}

export const entered = (loss: Text): Made => ({
  schema: { type: 'string', maxLength: 300 },
  seen: { as: 'other' },
  losses: [loss],
});

const writtenIn = (component: Component): unknown =>
  listOf(component.values).length > 0 ? component.values : looseOf(component.data).values;

function chosen(
  component: Component,
  tools: Tools,
  several: boolean,
  written: unknown = writtenIn(component),
): Made {
  const { values, options } = choicesIn(written, tools);
  if (values.length === 0)
    return entered({
      uk: 'у джерелі немає варіантів: вводиться текст',
      en: 'the source has no choices: a text is entered',
    });
  if (!several) return { schema: { type: 'string', enum: values }, options, seen: { as: 'one', values } };
  const { minSelectedCount, maxSelectedCount, required } = validateOf(component);
  const least = numberOf(minSelectedCount) ?? (required === true ? 1 : undefined);
  return {
    schema: {
      type: 'array',
      items: { type: 'string', enum: values },
      uniqueItems: true,
      ...(least === undefined ? {} : { minItems: least }),
      maxItems: numberOf(maxSelectedCount) ?? values.length,
    },
    options,
    seen: { as: 'several', values },
  };
}

/** A choice whose list is asked for while one fills in. */
function fromLive(component: Component, several: boolean, live: Live): Made {
  const one = { type: 'string', maxLength: 300 };
  if (!several) return { schema: one, seen: { as: 'other' }, live };
  const { required } = validateOf(component);
  const least = required === true ? { minItems: 1 } : {};
  return {
    schema: { type: 'array', items: one, uniqueItems: true, ...least, maxItems: 1000 },
    seen: { as: 'other' },
    live,
  };
}

export const radio: Kind = (component, tools) => chosen(component, tools, false);
export const selectboxes: Kind = (component, tools) => chosen(component, tools, true);

export const select: Kind = (component, tools) => {
  const several = component.multiple === true;
  const list = listOfRegistry(component, tools);
  if (list && 'loss' in list) return entered(list.loss);
  if (list && 'live' in list) return { ...fromLive(component, several, list.live), losses: list.losses };
  const made = chosen(component, tools, several, list?.choices);
  const drawn = made.options && !several ? { ...made, ui: { 'ui:widget': 'select' } } : made;
  // conditions of the source compare what it enters: where another value stands for it here, none means the same
  return list ? { ...drawn, note: list.note, ...(list.kept ? {} : { seen: { as: 'other' } }) } : drawn;
};

/** A list that the platform of the source keeps, such as countries. */
export const platformList =
  (what: Text): Kind =>
  () =>
    entered({
      uk: `перелік (${what.uk}) веде платформа джерела: вводиться текст; додайте варіанти`,
      en: `the list (${what.en}) is kept by the platform of the source: a text is entered; add choices`,
    });
