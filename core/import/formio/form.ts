import { under } from '#core/form/pointer.ts';
import { assembled } from '../draft/assemble.ts';
import { type Draft, joinedWords, type PageDraft } from '../draft/draft.ts';
import type { Test } from '../draft/test.ts';
import type { ImportedForm, ImportOptions } from '../imported.ts';
import { type Loose, looseIn, looseOf, says, textOf } from '../json.ts';
import type { Asked } from '../regulation/lists/lists.ts';
import { Report } from '../report.ts';
import { languageOf, Speech, type Words } from '../words.ts';
import { Checks } from './checks.ts';
import { typeOf, validateOf } from './component.ts';
import { Conditions } from './conditions.ts';
import type { Source } from './kinds/asked.ts';
import { kindOf } from './kinds/index.ts';
import { askedLists } from './live.ts';
import { nested } from './nested.ts';
import { contentOf, hintOf, settingsLeft, titleOf } from './said.ts';
import { showsOf } from './shows.ts';
import { everyNode, type Node, Places, sourceOf } from './source.ts';
import { dictionariesOf, labelsIn, ownLanguage } from './texts.ts';

/**
 * A form of form.io as a form of ours: a wizard's panels become pages, layouts with a title groups, texts between the fields notes.
 * @param translations files of translations (form.io's `i18n`, NAV's)
 */
export function importFormio(
  given: Loose,
  options: ImportOptions,
  translations: readonly unknown[] = [],
): ImportedForm {
  const report = new Report(options.file);
  const components = looseIn(given.components, '/components');
  const own = looseOf(given.i18n);
  const dictionaries = dictionariesOf([...(says(own) ? [own] : []), ...translations]);
  const language =
    options.language ??
    textOf(given.language) ??
    ownLanguage(dictionaries) ??
    languageOf(labelsIn(components));
  const speech = new Speech(language, options.languages, dictionaries);
  const words = (source: unknown): Words | undefined => speech.words(source);

  const { lists, file = '', asks = true } = options;
  const ofFiles = lists && {
    listed: (asked: Asked) => lists.rows(file, asked),
    searched: (source: Source) => lists.search(file, source),
  };
  const tools = { words, asks, ...ofFiles };
  const nodes = sourceOf(components, (layout) => titleOf(layout, words) !== undefined);
  for (const node of everyNode(nodes))
    if (node.part === 'field')
      node.made = kindOf(node.component)(node.component, { ...tools, name: node.name });
  const places = new Places(nodes);
  const asked = askedLists(nodes, places, identifierOf(given, file), words);
  const shows = showsOf(nodes, (shown) => new Conditions(places, shown), report);
  const checks = new Checks(places, shows, words, report);
  const pages = pagesOf(nodes, { words, shows, checks, report, title: words(given.title) });
  for (const [setting, value] of Object.entries(given)) topSetting(setting, value, report);
  for (const lacking of options.languages) {
    const count = speech.untranslated[lacking]?.size ?? 0;
    if (count > 0)
      report.tell('text', 'approximated', '', {
        uk: `Перекладу мовою «${lacking}» не мають тексти (${count}): стоять мовою, яка є`,
        en: `${count} texts have no translation into “${lacking}”: they stand in a language that is there`,
      });
  }
  return {
    title: words(given.title),
    form: assembled(pages, { ...checks.beside, ...asked }),
    connectors: asked.connectors,
    report: report.items,
  };
}

/** What drafts beside a form are called by. */
const identifierOf = ({ path, name }: Loose, file: string): string =>
  (
    textOf(path) ??
    textOf(name) ??
    file
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.[^.]+$/, '') ??
    ''
  )
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '') || 'imported';

type Making = {
  readonly words: (source: unknown) => Words | undefined;
  readonly shows: (node: Node) => readonly Test[];
  readonly checks: Checks;
  readonly report: Report;
  readonly title: Words | undefined;
};

/** Each panel at the top is a page; what stands at the top by itself is on a page of its own. */
function pagesOf(nodes: readonly Node[], making: Making): PageDraft[] {
  const pages: (PageDraft & { gathers?: boolean })[] = [];
  for (const node of nodes) {
    const isPage = node.part === 'layout' && typeOf(node.component) === 'panel';
    const fields = isPage ? draftsOf(node.nodes, making, making.shows(node)) : draftsOf([node], making, []);
    if (isPage) {
      settingsLeft(node, making.report);
      const title = titleOf(node.component, making.words) ?? making.title ?? { en: 'Page', uk: 'Сторінка' };
      if (fields.length > 0) {
        pages.push({ title, fields });
        making.report.tell(
          'page',
          'exact',
          node.source,
          { uk: 'Сторінка', en: 'A page' },
          { to: `/form/pages/${pages.length - 1}` },
        );
      } else
        making.report.tell('page', 'left', node.source, {
          uk: 'На сторінці немає полів',
          en: 'The page has no fields',
        });
      continue;
    }
    const open = pages.at(-1);
    if (open?.gathers) open.fields.push(...fields);
    else if (fields.length > 0)
      pages.push({ title: making.title ?? { en: 'Form', uk: 'Форма' }, fields, gathers: true });
  }
  return pages;
}

/** What is drawn of some nodes. @param around conditions of layouts that are no group here */
function draftsOf(nodes: readonly Node[], making: Making, around: readonly Test[]): Draft[] {
  return nodes.flatMap((node) => draftOf(node, making, around));
}

function draftOf(node: Node, making: Making, around: readonly Test[]): Draft[] {
  const { words, report, checks } = making;
  const shows = [...around, ...making.shows(node)];
  const to = { to: `/form/schema#${node.pointer}` };
  switch (node.part) {
    case 'button':
      report.tell('value', 'exact', node.source, {
        uk: 'Кнопку дає сама послуга',
        en: 'The service itself brings the button',
      });
      return [];
    case 'content':
      return noteOf(node, making, shows);
    case 'layout':
    case 'group': {
      settingsLeft(node, report);
      if (node.name === '') {
        report.tell('page', 'exact', node.source, { uk: 'Розташування полів', en: 'A layout of fields' });
        return draftsOf(node.nodes, making, shows);
      }
      report.tell('page', 'exact', node.source, { uk: 'Розділ', en: 'A section' }, to);
      const fields = draftsOf(node.nodes, making, []);
      if (fields.length === 0) return [];
      return [
        {
          name: node.name,
          schema: { type: 'object' },
          required: true,
          title: titleOf(node.component, words),
          hint: hintOf(node.component, words),
          shows,
          inside: fields,
        },
      ];
    }
    case 'rows': {
      settingsLeft(node, report);
      const fields = draftsOf(node.nodes, making, []);
      const { minLength, maxLength, required } = validateOf(node.component);
      const least = Math.max(Number(minLength) || 0, required === true ? 1 : 0);
      const most = Number(maxLength) || 0;
      report.tell(
        'field',
        fields.length > 0 ? 'exact' : 'left',
        node.source,
        { uk: 'Список записів', en: 'A repeating group' },
        to,
      );
      if (fields.length === 0) return [];
      return [
        {
          name: node.name,
          schema: { ...(least > 0 ? { minItems: least } : {}), ...(most > 0 ? { maxItems: most } : {}) },
          required: least > 0,
          title: titleOf(node.component, words) ?? words(node.name),
          hint: hintOf(node.component, words),
          shows,
          inside: fields,
          rows: true,
        },
      ];
    }
    default:
      return fieldOf(node, making, shows, checks);
  }
}

/** A text between the fields. */
function noteOf(node: Node, { words, report }: Making, shows: Test[]): Draft[] {
  const said = contentOf(node.component, words);
  settingsLeft(node, report);
  if (!said) {
    report.tell('text', 'exact', node.source, { uk: 'Порожній текст', en: 'An empty text' });
    return [];
  }
  report.tell(
    'text',
    said.markup ? 'approximated' : 'exact',
    node.source,
    said.markup
      ? {
          uk: 'Текст між полями: слова ті самі, без оформлення',
          en: 'A text between the fields: the same words, without their look',
        }
      : { uk: 'Текст між полями', en: 'A text between the fields' },
    { to: under('/form/texts', node.pointer) },
  );
  return [{ name: node.name, schema: { type: 'null' }, required: false, hint: said.words, shows }];
}

function fieldOf(node: Node, { words, report }: Making, shows: readonly Test[], checks: Checks): Draft[] {
  const { component, made, pointer } = node;
  if (!made) return [];
  const required = validateOf(component).required === true;
  const filled =
    required && made.seen.as === 'text' && made.schema.minLength === undefined ? { minLength: 1 } : {};
  const losses = [...(made.losses ?? []), ...checks.of(node)];
  const title = titleOf(component, words) ?? words(node.name) ?? {};
  const draft: Draft = {
    name: node.name,
    schema: { ...made.schema, ...filled },
    required: required || made.seen.as === 'group',
    title,
    hint: joinedWords(hintOf(component, words), undefined),
    ...(made.options ? { options: made.options } : {}),
    ...(made.ui ? { ui: made.ui } : {}),
    ...(made.file ? { file: made.file } : {}),
    ...checks.errors(component),
    shows: [...shows],
    ...(made.inside ? { inside: made.inside.map((one) => nested(one, pointer)) } : {}),
  };
  settingsLeft(node, report);
  const remarks = losses.length > 0 || !made.note ? losses : [made.note];
  const said = remarks.map(({ uk }) => uk).join('; ');
  const told = remarks.map(({ en }) => en).join('; ');
  report.tell(
    'field',
    losses.length === 0 ? 'exact' : 'approximated',
    node.source,
    remarks.length === 0 ? { uk: 'Поле', en: 'A field' } : { uk: `Поле: ${said}`, en: `A field: ${told}` },
    { to: under('/form/texts', pointer) },
  );
  const siblings = pointer.slice(0, pointer.lastIndexOf('/'));
  const after = (made.after ?? []).map((one) => {
    const placed = nested(one, siblings);
    return { ...placed, shows: [...shows, ...placed.shows] };
  });
  const before = (made.before ?? []).map((one) => ({ ...one, shows: [...shows] }));
  return [...before, draft, ...after];
}

/** Settings of the whole form: what speaks of the platform it ran on is told and left. */
const PLATFORM = new Set([
  ...[
    'components',
    'i18n',
    'title',
    'language',
    'display',
    'type',
    'name',
    'path',
    '_id',
    'id',
    'machineName',
    'owner',
    'project',
    'created',
    'modified',
  ],
  ...[
    'createdAt',
    'changedAt',
    'publishedAt',
    'publishedLanguages',
    'publicationId',
    'revision',
    'status',
    'tags',
    'firstPanelSlug',
    'access',
  ],
  ...[
    'submissionAccess',
    'skjemanummer',
    'controller',
    'settings',
    'revisions',
    '_vid',
    'submissionRevisions',
    'esign',
    'pdfComponents',
  ],
]);
function topSetting(setting: string, value: unknown, report: Report): void {
  if (PLATFORM.has(setting) || !says(value)) return;
  report.tell(
    'definition',
    'left',
    under('', setting),
    {
      uk: `Налаштування форми «${setting}» належить платформі джерела`,
      en: `The setting “${setting}” of the form is of the source's platform`,
    },
    { shown: JSON.stringify(value).slice(0, 2000) },
  );
}
