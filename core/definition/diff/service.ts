import type { Text } from '../types.ts';
import { type Comparison, type Handler, said } from './comparison.ts';
import { FlowComparison } from './flow.ts';
import { FormComparison } from './form.ts';
import { afterChanged, parameterChanged, retentionChanged, termChanged, titledList } from './law.ts';
import { own } from './patch.ts';
import { both, word } from './texts.ts';
import type { Audience } from './types.ts';
import { shown } from './values.ts';

const WAYS: { [way: string]: readonly [uk: string, en: string] } = {
  portal: ['портал', 'portal'],
  counter: ['ЦНАП', 'counter'],
  post: ['пошта', 'post'],
  api: ['інші системи', 'other systems'],
};

/** Two versions of a service. */
export function compareService(c: Comparison, before: unknown, after: unknown): void {
  const applicants = c.names.fillsIn();
  const service = { says: both('Послуга', 'The service'), affects: ['everyone'] };
  const ways =
    (says: Text): Handler =>
    (a, b, at) =>
      c.set('ways.changed', { says, affects: ['party/applicant'] }, wayOf, a, b, at);
  c.byName(before, after, '', service, {
    legalBasis: titledList(c, 'act.changed', both('Правові підстави', 'Legal basis')),
    needs: titledList(c, 'need.changed', both('Що потрібно мати', 'What one must have')),
    channels: ways(both('Як подати', 'How to apply')),
    deliver: ways(both('Як видається', 'How it is delivered')),
    parties: (a, b, at) => people(c, 'party', both('сторону', 'the party'), a, b, at),
    roles: (a, b, at) => people(c, 'role', both('роль', 'the role'), a, b, at),
    parameters: (a, b, at) => parameters(c, a, b, at),
    grounds: (a, b, at) =>
      named(
        c,
        'ground',
        both('підставу', 'the ground'),
        both('Підстава', 'Ground'),
        'grounds',
        ['party/applicant', 'agency'],
        a,
        b,
        at,
      ),
    documents: (a, b, at) =>
      named(
        c,
        'document',
        both('документ', 'the document'),
        both('Документ', 'Document'),
        'documents',
        ['party/applicant'],
        a,
        b,
        at,
      ),
    messages: (a, b, at) => messages(c, a, b, at),
    form: (a, b, at) => new FormComparison(c, applicants).compare(a, b, at),
    flow: (a, b, at) => new FlowComparison(c).compare(a, b, at),
    decideWithin: termChanged(c),
    retention: retentionChanged(c),
    after: afterChanged(c),
    migrate: (a, b, at) =>
      c.general(a, b, at, {
        says: both('Перехід відкритих справ', 'Migration of open cases'),
        affects: ['agency'],
      }),
    data: (a, b, at) =>
      c.general(a, b, at, {
        says: both('Персональні дані', 'Personal data'),
        affects: ['party/applicant', 'agency'],
      }),
  });
}

function wayOf(way: unknown): Text {
  const [uk, en] = WAYS[word(way)] ?? [shown(way, 'uk'), shown(way, 'en')];
  return both(uk, en);
}

/** Parties and roles: who may, what they see, where they are. */
function people(
  c: Comparison,
  kind: 'party' | 'role',
  noun: Text,
  before: unknown,
  after: unknown,
  pointer: string,
): void {
  const collection = kind === 'party' ? 'parties' : 'roles';
  const titled = (name: string) =>
    kind === 'party' && name === 'applicant'
      ? both('«Заявник»', '“Applicant”')
      : c.names.titled(collection, name);
  c.collection(before, after, pointer, {
    code: kind,
    noun,
    titled,
    affects: (name) => [`${kind}/${name}`],
    within: (name) => (a, b, at) => {
      const says = titled(name);
      const affects = [`${kind}/${name}`];
      c.byName(a, b, at, { says, affects }, { sees: (x, y, p) => sees(c, says, affects, x, y, p) });
    },
  });
}

/** What a role or party sees: `більше не бачить`, `тепер бачить`. */
function sees(
  c: Comparison,
  who: Text,
  affects: Audience[],
  before: unknown,
  after: unknown,
  pointer: string,
): void {
  const list = (value: unknown) => (Array.isArray(value) ? value.map(word) : []);
  const titles = (paths: string[], language: 'uk' | 'en') =>
    paths.map((path) => c.names.data(path)[language]).join(', ');
  const came = list(after).filter((path) => !list(before).includes(path));
  const went = list(before).filter((path) => !list(after).includes(path));
  const parts = (language: 'uk' | 'en', words: readonly [string, string, string]) =>
    [
      ...(went.length > 0 ? [`${words[0]} ${titles(went, language)}`] : []),
      ...(came.length > 0 ? [`${words[1]} ${titles(came, language)}`] : []),
      ...(went.length + came.length === 0 ? [words[2]] : []),
    ].join('; ');
  const says = both(
    parts('uk', ['більше не бачить:', 'тепер бачить:', 'бачить те саме, перелік переписано']),
    parts('en', ['no longer sees', 'now sees', 'sees the same, the list is written anew']),
  );
  c.change('sees.changed', affects, said(who, says), before, after, pointer);
}

function parameters(c: Comparison, before: unknown, after: unknown, pointer: string): void {
  c.collection(before, after, pointer, {
    code: 'parameter',
    noun: both('параметр', 'the parameter'),
    titled: (name) => both(`«${name}»`, `“${name}”`),
    affects: () => ['everyone'],
    within: (name) => parameterChanged(c, name),
  });
}

function named(
  c: Comparison,
  code: string,
  noun: Text,
  head: Text,
  collection: string,
  affects: Audience[],
  before: unknown,
  after: unknown,
  pointer: string,
): void {
  c.collection(before, after, pointer, {
    code,
    noun,
    titled: (name) => c.names.titled(collection, name),
    affects: () => affects,
    within: (name) => (a, b, at) => {
      const title = c.names.titled(collection, name);
      const where = { says: both(`${head.uk} ${title.uk}`, `${head.en} ${title.en}`), affects };
      c.byName(a, b, at, where, {});
    },
  });
}

function messages(c: Comparison, before: unknown, after: unknown, pointer: string): void {
  const receivers = (...all: unknown[]) =>
    all.flatMap((m) => (m === undefined ? [] : c.names.receives(own(m, 'to'))));
  c.collection(before, after, pointer, {
    code: 'message',
    noun: both('повідомлення', 'the message'),
    titled: (name) => c.names.titled('messages', name),
    affects: (_, value) => receivers(value),
    within: (name) => (a, b, at) => {
      const title = c.names.titled('messages', name);
      const says = both(`Повідомлення ${title.uk}`, `Message ${title.en}`);
      c.byName(a, b, at, { says, affects: receivers(a, b) }, {});
    },
  });
}
