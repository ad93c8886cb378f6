import { under } from '#core/form/pointer.ts';
import { joinedWords } from '../draft/draft.ts';
import { looseIn, textOf } from '../json.ts';
import type { Report } from '../report.ts';
import { hasMarkup, type Words } from '../words.ts';
import { type Component, partOf, typeOf } from './component.ts';
import { unread } from './settings.ts';
import type { Node } from './source.ts';

type Say = (source: unknown) => Words | undefined;

const beside = (words: Words, sign: string): Words =>
  Object.fromEntries(Object.entries(words).map(([language, own]) => [language, `${own} (${sign})`]));

/** The name of a field, the heading of a group or page. A layout has none where only the builder shows its label. */
export function titleOf(component: Component, words: Say): Words | undefined {
  const layout = partOf(component) === 'layout';
  const heading = textOf(component.legend) ?? textOf(component.title);
  const own = layout ? (component.hideLabel === true ? undefined : heading) : textOf(component.label);
  const title = words(own);
  if (!title || layout) return title;
  const currency = typeOf(component) === 'currency' ? textOf(component.currency)?.toUpperCase() : undefined;
  const sign = textOf(component.suffix) ?? textOf(component.prefix) ?? currency;
  return sign === undefined ? title : beside(title, sign);
}

/** All that is said of a field beside its name. */
export function hintOf(component: Component, words: Say): Words | undefined {
  return [
    component.description,
    component.tooltip,
    component.additionalDescriptionLabel,
    component.additionalDescriptionText,
  ]
    .map(words)
    .reduce(joinedWords, undefined);
}

/** The words of a text between the fields. */
export function contentOf(component: Component, words: Say): { words: Words; markup: boolean } | undefined {
  const sources = [
    textOf(component.content) ?? textOf(component.html),
    ...looseIn(component.accordionValues, '').flatMap(([one]) => [textOf(one.title), textOf(one.content)]),
  ].filter((one) => one !== undefined);
  const said = sources.map(words).reduce(joinedWords, undefined);
  return (
    said && {
      words: said,
      markup: sources.some((one) => hasMarkup(one.replace(/<\/?(p|div|span)\b[^>]*>/gi, ''))),
    }
  );
}

/** Tells of each setting of a component that nothing here reads, and of those that have no place. */
export function settingsLeft({ component, source }: Node, report: Report): void {
  for (const setting of unread(component))
    report.tell(
      'definition',
      'left',
      under(source, setting),
      { uk: `Налаштування «${setting}» тут немає`, en: `There is no setting “${setting}” here` },
      { shown: JSON.stringify(component[setting]).slice(0, 2000) },
    );
  const placeholder = textOf(component.placeholder);
  if (placeholder !== undefined)
    report.tell(
      'text',
      'left',
      `${source}/placeholder`,
      {
        uk: 'Підказки всередині поля тут не показують: її не видно, коли вводять',
        en: 'Nothing is written inside a field here: it goes when one types',
      },
      { shown: placeholder },
    );
}
