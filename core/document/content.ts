import type { Block, Document } from '#core/definition/types.generated.ts';
import { evaluate, say } from './say.ts';
import type { Issue, Part } from './types.ts';
import { dayInWords, dayOf, inLanguage, momentInFigures, readable, shown } from './value.ts';
import { words } from './words.ts';

/** Names that a document's expressions may use, by name. */
export type Names = Record<string, unknown>;
type TextOf = { [language: string]: string };
/** Titles and options of the form's fields, for `fields` blocks that name fields by pointer. */
export type FieldTexts = { [pointer: string]: { title?: TextOf; options?: { [value: string]: TextOf } } };

const MM = 72 / 25.4;

type Saying = { names: Names; language: string; issue: Issue; texts: FieldTexts };

/** Codes of places as their names. */
const placed = (text: string, { places }: Issue): string =>
  places ? text.replace(/\bUA\d{17}\b/g, (code) => places[code] ?? code) : text;

const told = (text: TextOf, { names, language, issue }: Saying) =>
  placed(readable(say(inLanguage(text, language), names), issue.zone), issue);
const value = (source: string, names: Names, { language, issue }: Saying) =>
  placed(shown(evaluate(source, names), language, issue.zone), issue);
const applies = (block: { when?: string }, names: Names) =>
  block.when === undefined || evaluate(block.when, names) === true;

const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const at = (root: unknown, pointer: string): unknown =>
  partsOf(pointer).reduce<unknown>(
    (here, part) => (here as Record<string, unknown> | null | undefined)?.[part],
    root,
  );

/** The fields at a pointer with their titles; a group gives its fields, a list as many as it has. */
function fieldsAt(pointer: string, saying: Saying): { title: string; value: string }[] {
  const found = at(saying.names.form, pointer);
  const texts = saying.texts[pointer] ?? saying.texts[pointer.replace(/\/\d+(?=\/|$)/g, '/*')];
  if (found !== null && typeof found === 'object' && Object.keys(found).length > 0 && !isListOfPlain(found))
    return Object.keys(found).flatMap((key) =>
      fieldsAt(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, saying),
    );
  const options = texts?.options;
  const name = (item: unknown): string => {
    const option = options?.[String(item)];
    return option
      ? inLanguage(option, saying.language)
      : placed(shown(item, saying.language, saying.issue.zone), saying.issue);
  };
  const title = texts?.title
    ? inLanguage(texts.title, saying.language)
    : (partsOf(pointer).at(-1) ?? pointer);
  return [
    { title, value: Array.isArray(found) && found.length > 0 ? found.map(name).join('; ') : name(found) },
  ];
}

const isListOfPlain = (found: unknown) =>
  Array.isArray(found) && found.every((item) => typeof item !== 'object');

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

function fields(block: Of<'fields'>, saying: Saying): Part {
  const named = (block.of ?? []).flatMap((pointer) => fieldsAt(pointer, saying));
  const rows = (block.rows ?? [])
    .filter((row) => applies(row, saying.names))
    .map((row) => ({ title: told(row.title, saying), value: value(row.value, saying.names, saying) }));
  return { type: 'fields', items: [...named, ...rows] };
}

const listOf = (source: string, names: Names): unknown[] => {
  const found = evaluate(source, names);
  return Array.isArray(found) ? found : found === null || found === undefined ? [] : [found];
};

function table(block: Of<'table'>, saying: Saying): Part {
  const rows = listOf(block.each, saying.names).map((item) =>
    block.columns.map((column) => value(column.value, { ...saying.names, item }, saying)),
  );
  const total = block.columns.some((column) => column.total)
    ? block.columns.map((column) => (column.total ? value(column.total, saying.names, saying) : ''))
    : null;
  return {
    type: 'table',
    columns: block.columns.map((column) => ({
      title: told(column.title, saying),
      ...(column.align ? { align: column.align } : {}),
      ...(column.share ? { width: column.share } : {}),
    })),
    rows,
    empty: block.empty ? told(block.empty, saying) : words(saying.language).none,
    ...(block.caption ? { title: told(block.caption, saying) } : {}),
    ...(total ? { total } : {}),
  };
}

function chart(block: Of<'chart'>, saying: Saying): Part {
  const bars = listOf(block.each, saying.names).map((item) => {
    const names = { ...saying.names, item };
    const number = evaluate(block.value, names);
    return {
      title: value(block.label, names, saying),
      value: typeof number === 'number' ? number : 0,
      shown: shown(number, saying.language, saying.issue.zone),
    };
  });
  const alt = told(block.alt, saying);
  return {
    type: 'chart',
    title: alt,
    alt: `${alt}: ${bars.map((bar) => `${bar.title} ${bar.shown}`).join(', ')}`,
    bars,
  };
}

function verification(issue: Issue, language: string, caption?: string, side?: number): Part[] {
  if (!issue.verifyAt) return [];
  const say = words(language);
  return [
    {
      type: 'qr',
      value: issue.verifyAt,
      alt: say.verifyAlt(issue.verifyAt),
      caption: [caption ?? say.verify, issue.verifyAt],
      ...(side ? { side } : {}),
    },
  ];
}

function signature(issue: Issue, language: string, by: string | null, kind: 'electronic' | 'ink'): Part {
  const say = words(language);
  const date = `${say.date}: ${kind === 'ink' ? '____________' : dayInWords(dayOf(issue.issuedAt, issue.zone), language)}`;
  if (kind === 'ink')
    return { type: 'signature', lines: [...(by ? [by] : []), '', say.byHand, date], seal: [] };
  const seal = [
    say.sealed,
    issue.issuer[0] ?? '',
    `${say.sealedAt}: ${momentInFigures(issue.issuedAt, issue.zone)}`,
  ];
  return { type: 'signature', lines: [...(by ? [by] : []), date], seal: seal.filter((line) => line !== '') };
}

function heading(block: Of<'heading'>, saying: Saying): Part {
  const level = (block.level ?? 1) >= 3 ? 3 : 2;
  return {
    type: 'heading',
    level,
    text: told(block.text, saying),
    ...(block.align ? { align: block.align } : {}),
  };
}

function paragraph(block: Of<'text'>, saying: Saying): Part {
  return {
    type: 'text',
    text: told(block.text, saying),
    ...(block.align && block.align !== 'justify' ? { align: block.align } : {}),
    ...(block.strong ? { strong: true } : {}),
    ...(block.small ? { small: true } : {}),
  };
}

function image(block: Of<'image'>, saying: Saying): Part {
  return {
    type: 'image',
    source: imageOf(block.image, saying.names),
    alt: told(block.alt, saying),
    ...(block.width ? { width: block.width * MM } : {}),
    ...(block.align ? { align: block.align } : {}),
  };
}

function qr(block: Of<'qr'>, saying: Saying): Part[] {
  const caption = block.caption ? told(block.caption, saying) : undefined;
  const side = block.size ? block.size * MM : undefined;
  if (!block.value) return verification(saying.issue, saying.language, caption, side);
  const held = String(evaluate(block.value, saying.names) ?? '');
  if (held === '') return [];
  return [
    { type: 'qr', value: held, alt: caption ?? held, caption: [caption ?? held], ...(side ? { side } : {}) },
  ];
}

function part(block: Block, saying: Saying): Part[] {
  if (!applies(block, saying.names)) return [];
  switch (block.type) {
    case 'heading':
      return [heading(block, saying)];
    case 'text':
      return [paragraph(block, saying)];
    case 'fields':
      return [fields(block, saying)];
    case 'table':
      return [table(block, saying)];
    case 'columns':
      return [
        {
          type: 'columns',
          columns: block.columns.map((column) => column.flatMap((inner) => part(inner, saying))),
        },
      ];
    case 'image':
      return [image(block, saying)];
    case 'chart':
      return [chart(block, saying)];
    case 'qr':
      return qr(block, saying);
    case 'signature': {
      const by = block.by ? told(block.by, saying) : null;
      return [signature(saying.issue, saying.language, by, block.kind ?? 'electronic')];
    }
    case 'pageBreak':
      return [{ type: 'pageBreak' }];
  }
}

/** The images that a document shows, as their blocks name them to what draws: to be fetched before it is laid out. */
export function imagesIn({ body }: Pick<Document, 'body'>, names: Names): string[] {
  const shown = (block: Block): string[] => {
    if (!applies(block, names)) return [];
    if (block.type === 'columns') return block.columns.flat().flatMap(shown);
    return block.type === 'image' ? [imageOf(block.image, names)] : [];
  };
  return [...new Set(body.flatMap(shown))].filter((source) => source !== '');
}

/** What draws finds an image by: a `data:` address as it is, the agency's own from its look, an attached one by its key. */
function imageOf(image: string, names: Names): string {
  if (image.startsWith('data:')) return image;
  if (image === 'logo' || image === 'emblem') {
    const look = at(names.agency, `/look/${image}`);
    return typeof look === 'string' ? look : image;
  }
  const found = evaluate(image, names);
  const id = at(Array.isArray(found) ? found[0] : found, '/id');
  const files: unknown[] = Array.isArray(names.files) && typeof id === 'string' ? names.files : [];
  const file = files.find((one) => at(one, '/id') === id);
  // nothing is shown that the scanner has not found clean
  const key = at(file, '/scan') === 'clean' ? at(file, '/key') : undefined;
  return typeof key === 'string' ? key : '';
}

const holds = (blocks: readonly Block[], type: Block['type']): boolean =>
  blocks.some(
    (block) =>
      block.type === type ||
      (block.type === 'columns' && block.columns.some((column) => holds(column, type))),
  );

/** What blocks become that stand by themselves, without the frame of a document: an announcement. @throws ExpressionError */
export function blocks(
  body: readonly Block[],
  names: Names,
  language: string,
  { issue, texts = {} }: { issue: Issue; texts?: FieldTexts },
): Part[] {
  return body.flatMap((block) => part(block, { names, language, issue, texts }));
}

/**
 * What stands in a document: the issuer, the title with number and day, the body's blocks whose `when` holds,
 * and the seal and the QR code where the definition asks for them and the body does not place them itself.
 * @throws ExpressionError where an expression of the body cannot be evaluated
 */
export function content(
  document: Document,
  names: Names,
  language: string,
  given: { issue: Issue; texts?: FieldTexts },
): Part[] {
  const { issue } = given;
  const say = words(language);
  const saying: Saying = { names, language, issue, texts: given.texts ?? {} };
  const day = dayInWords(dayOf(issue.issuedAt, issue.zone), language);
  const facts = [
    ...(issue.duplicate ? [say.duplicate] : []),
    issue.number ? `${say.number} ${issue.number} ${say.from} ${day}` : day,
    ...(issue.validUntil ? [`${say.validUntil}: ${dayInWords(issue.validUntil, language)}`] : []),
  ];
  return [
    { type: 'letterhead', lines: issue.issuer },
    { type: 'title', text: inLanguage(document.title, language), subtitle: facts.join('\n') },
    ...document.body.flatMap((block) => part(block, saying)),
    ...(document.sign && !holds(document.body, 'signature')
      ? [signature(issue, language, null, 'electronic')]
      : []),
    ...(holds(document.body, 'qr') ? [] : verification(issue, language)),
  ];
}
