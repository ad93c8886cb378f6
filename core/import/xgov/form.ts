import { under } from '#core/form/pointer.ts';
import { assembled, type Beside } from '../draft/assemble.ts';
import type { Draft, PageDraft } from '../draft/draft.ts';
import { feelOf, wherever } from '../draft/feel.ts';
import type { Test } from '../draft/test.ts';
import type { ImportedForm, ImportOptions } from '../imported.ts';
import { type Loose, looseIn, looseOf, says, textOf, wordOf } from '../json.ts';
import { freeName, plainName } from '../names.ts';
import { Report } from '../report.ts';
import { hasMarkup, languageOf, Speech, type Words } from '../words.ts';
import { Conditions, type Field } from './conditions.ts';
import { CONTENT, type Made, made } from './kinds.ts';
import { type Link, ways } from './ways.ts';

/** Whether a JSON value is a form of XGov's digital form builder: pages with paths, lists and conditions. */
export function isXgov(value: unknown): value is Loose {
  const { pages, startPage, conditions } = looseOf(value);
  return Array.isArray(pages) && typeof startPage === 'string' && Array.isArray(conditions);
}

/** A component, where it stands in the source and what is made of it. */
type Node = {
  readonly component: Loose;
  readonly source: string;
  readonly name: string;
  readonly pointer: string;
  readonly made?: Made;
  readonly rows?: Node[];
};

/** A form of XGov's builder as a form of ours: a page shows where a way of the source leads to it. */
export function importXgov(given: Loose, options: ImportOptions): ImportedForm {
  const report = new Report(options.file);
  const pages = looseIn(given.pages, '/pages');
  const labels = pages.flatMap(([page]) => [
    textOf(page.title) ?? '',
    ...looseIn(page.components, '').map(([one]) => textOf(one.title) ?? ''),
  ]);
  const speech = new Speech(options.language ?? languageOf(labels), options.languages);
  const words = (source: unknown) => speech.words(source);
  const lists = looseIn(given.lists, '').map(([list]) => list);
  const taken = new Set<string>();
  const nodes = pages.map(([page, at]) =>
    nodesOf(looseIn(page.components, `${at}/components`), '', taken, { words, lists }),
  );
  const fields = new Map(
    nodes
      .flat()
      .flatMap((node): [string, Field][] =>
        node.made
          ? [[textOf(node.component.name) ?? '', { pointer: node.pointer, seen: node.made.seen }]]
          : [],
      ),
  );
  const conditions = new Conditions(
    looseIn(given.conditions, '').map(([one]) => one),
    fields,
  );
  const shown = shownPages(pages, textOf(given.startPage) ?? '', conditions, report);
  const beside: Beside = { rules: [], prefill: {}, computed: {} };
  const made = pages.flatMap(([page, at], n): PageDraft[] => {
    const path = textOf(page.path) ?? '';
    const test = shown.get(path);
    const isEnd = /summary|confirm/.test(textOf(page.controller) ?? '');
    if (isEnd && looseIn(page.components, '').length === 0) {
      report.tell('page', 'exact', at, {
        uk: 'Перевірку введеного дає сама послуга',
        en: 'The service itself shows what was entered, to be checked',
      });
      return [];
    }
    if (!test) {
      report.tell('page', 'left', at, {
        uk: 'До сторінки не веде жоден шлях',
        en: 'No way leads to the page',
      });
      for (const node of nodes[n] ?? [])
        if (node.made || node.rows)
          report.tell('field', 'left', node.source, {
            uk: 'До його сторінки не веде жоден шлях',
            en: 'No way leads to its page',
          });
      return [];
    }
    report.tell('page', 'exact', at, { uk: 'Сторінка', en: 'A page' });
    const shows = 'all' in test && test.all.length === 0 ? [] : [test];
    const drafts = (nodes[n] ?? []).flatMap((node) => draftsOf(node, shows, { words, report, beside }));
    return [{ title: words(page.title) ?? words(path) ?? { en: path }, fields: drafts }];
  });
  tellTheRest(given, pages, speech, report, options);
  return { title: words(given.name), form: assembled(made, beside), report: report.items };
}

type Tools = { readonly words: (source: unknown) => Words | undefined; readonly lists: readonly Loose[] };

function nodesOf(
  components: readonly [Loose, string][],
  above: string,
  taken: Set<string>,
  tools: Tools,
): Node[] {
  return components.map(([component, source]) => {
    const content = CONTENT.includes(textOf(component.type) ?? '');
    const name = freeName(content ? 'note' : plainName(textOf(component.name) ?? 'field'), taken);
    const pointer = under(above, name);
    if (content) return { component, source, name, pointer };
    if (component.type === 'MultiInputField')
      return {
        component,
        source,
        name,
        pointer,
        rows: nodesOf(looseIn(component.children, `${source}/children`), `${pointer}/*`, new Set(), tools),
      };
    return { component, source, name, pointer, made: made(component, tools) };
  });
}

/** When each page is come to, every conditional link being told of. */
function shownPages(
  pages: readonly [Loose, string][],
  start: string,
  conditions: Conditions,
  report: Report,
) {
  return ways(
    pages.map(([page, at]) => ({
      path: textOf(page.path) ?? '',
      links: looseIn(page.next, `${at}/next`).map(([link, here]): Link => {
        const name = textOf(link.condition);
        const to = textOf(link.path) ?? '';
        if (name === undefined) return { to };
        const test = conditions.test(name);
        const shown = conditions.written(name);
        if (test)
          report.tell(
            'condition',
            'exact',
            here,
            {
              uk: 'Умова переходу: полів іншого шляху не видно',
              en: 'A condition of the way: fields of the other way do not show',
            },
            { shown, simple: true },
          );
        else
          report.tell(
            'condition',
            'left',
            here,
            {
              uk: 'Умову не вдалося записати: сторінки за нею видно завжди',
              en: 'The condition cannot be written: the pages behind it always show',
            },
            { shown, simple: true },
          );
        return { to, test };
      }),
    })),
    start,
  );
}

type Making = {
  readonly words: (source: unknown) => Words | undefined;
  readonly report: Report;
  readonly beside: Beside;
};

const A_FIELD = { uk: 'Поле', en: 'A field' };

function draftsOf(node: Node, shows: readonly Test[], making: Making): Draft[] {
  const { component, source, name, pointer } = node;
  const { words, report } = making;
  const options = looseOf(component.options);
  const required = options.required !== false;
  const sign = textOf(options.prefix) ?? textOf(options.suffix);
  const named = words(component.title);
  const title =
    named && sign
      ? Object.fromEntries(Object.entries(named).map(([language, own]) => [language, `${own} (${sign})`]))
      : named;
  const to = { to: under('/form/texts', pointer) };
  const shared = {
    name,
    required,
    title: title ?? words(component.name) ?? {},
    hint: words(component.hint),
    shows: [...shows],
  };
  if (node.rows) {
    report.tell('field', 'exact', source, { uk: 'Список записів', en: 'A repeating group' }, to);
    const inside = node.rows.flatMap((row) => draftsOf(row, [], making));
    return [{ ...shared, schema: required ? { minItems: 1 } : {}, inside, rows: true }];
  }
  const { made } = node;
  if (!made) return noteOf(node, shows, making);
  const losses = [...made.losses];
  if (made.must && !ruled(pointer, required, made.must, making.beside))
    losses.push({ uk: 'перевірку не перенесено', en: 'a check did not come over' });
  const told = (of: 'uk' | 'en') => losses.map((loss) => loss[of]).join('; ');
  report.tell(
    'field',
    losses.length === 0 ? 'exact' : 'approximated',
    source,
    losses.length === 0 ? A_FIELD : { uk: `Поле: ${told('uk')}`, en: `A field: ${told('en')}` },
    to,
  );
  const filled =
    required && made.seen === 'text' && made.schema.minLength === undefined ? { minLength: 1 } : {};
  return [
    {
      ...shared,
      schema: { ...made.schema, ...filled },
      ...(made.ui ? { ui: made.ui } : {}),
      ...(made.options ? { options: made.options } : {}),
      ...(made.file ? { file: made.file } : {}),
      ...(made.inside ? { inside: made.inside } : {}),
    },
  ];
}

/** A text between the fields. */
function noteOf(
  { component, source, name, pointer }: Node,
  shows: readonly Test[],
  { words, report }: Making,
): Draft[] {
  const said = words(component.content);
  const isFolded = component.type === 'Details' || component.type === 'FlashCard';
  const heading = isFolded ? words(component.title) : undefined;
  if (!said && !heading) return [];
  const markup = hasMarkup(wordOf(component.content));
  const text = markup
    ? {
        uk: 'Текст між полями: слова ті самі, без оформлення',
        en: 'A text between the fields: the same words, without their look',
      }
    : { uk: 'Текст між полями', en: 'A text between the fields' };
  report.tell('text', markup ? 'approximated' : 'exact', source, text, { to: under('/form/texts', pointer) });
  return [{ name, schema: { type: 'null' }, required: false, title: heading, hint: said, shows: [...shows] }];
}

function ruled(
  pointer: string,
  required: boolean,
  { feel, say }: NonNullable<Made['must']>,
  beside: Beside,
): boolean {
  const named = feelOf(pointer);
  if (!named) return false;
  beside.rules.push({
    at: named.at,
    must: wherever(feel(named.x), required ? [] : [named.x], named.list),
    say,
  });
  return true;
}

/** What is left of the whole form, and which of its texts lack a translation. */
function tellTheRest(
  given: Loose,
  pages: readonly [Loose, string][],
  speech: Speech,
  report: Report,
  { languages }: ImportOptions,
): void {
  const used = new Set(pages.flatMap(([page]) => looseIn(page.next, '').map(([link]) => link.condition)));
  for (const [condition, at] of looseIn(given.conditions, '/conditions'))
    if (!used.has(condition.name))
      report.tell(
        'definition',
        'left',
        at,
        { uk: 'Умови ніде не вжито', en: 'The condition is used nowhere' },
        { shown: JSON.stringify(condition.value) },
      );
  for (const setting of [
    'outputs',
    'fees',
    'feeOptions',
    'metadata',
    'feedback',
    'phaseBanner',
    'specialPages',
    'analytics',
  ])
    if (says(given[setting]))
      report.tell(
        'definition',
        'left',
        under('', setting),
        {
          uk: `Налаштування «${setting}» належить платформі джерела`,
          en: `The setting “${setting}” is of the source's platform`,
        },
        { shown: JSON.stringify(given[setting]).slice(0, 2000) },
      );
  for (const [section, at] of looseIn(given.sections, '/sections'))
    if (section.hideTitle !== true && textOf(section.title))
      report.tell(
        'text',
        'left',
        at,
        {
          uk: 'Назви розділу над сторінками немає: сторінки мають свої',
          en: 'A section has no heading of its own: its pages have theirs',
        },
        { shown: textOf(section.title) ?? '' },
      );
  for (const lacking of languages) {
    const count = speech.untranslated[lacking]?.size ?? 0;
    if (count > 0)
      report.tell('text', 'approximated', '', {
        uk: `Перекладу мовою «${lacking}» не мають тексти (${count}): стоять мовою, яка є`,
        en: `${count} texts have no translation into “${lacking}”: they stand in a language that is there`,
      });
  }
}
