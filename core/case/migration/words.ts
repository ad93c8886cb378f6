import { nameOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Path, Pointer, Text } from '#core/flow/types.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { titleOf } from '../titles.ts';
import type { Rehearsed, TermChange } from './types.ts';

type Side = 'uk' | 'en';

/** What a rehearsal says of a case, line by line. */
export function saidOf(from: ServiceRuntime, to: ServiceRuntime, one: Omit<Rehearsed, 'says'>): Text[] {
  const before = listed(one.from.map((path) => titled(from, path)));
  if (one.refusal) {
    const { message, fields = [] } = one.refusal;
    const why = [message, ...fields.map((field) => fieldText(to, field.pointer, field.message))];
    return [said(`${before.uk}: лишається на своїй версії`, `${before.en}: stays on its version`), ...why];
  }
  const after =
    one.outcome === undefined
      ? listed(one.to.map((path) => titled(to, path)))
      : said(`завершиться: ${one.outcome}`, `will end: ${one.outcome}`);
  const isSame = before.uk === after.uk && before.en === after.en;
  const goes = isSame
    ? said(`${before.uk}: іде далі там само`, `${before.en}: goes on where it is`)
    : said(`${before.uk} → ${after.uk}`, `${before.en} → ${after.en}`);
  return [
    goes,
    ...line(
      'Скасовується очікування',
      'No longer waited for',
      one.cancelled.map((path) => titled(from, path)),
    ),
    ...line(
      'Починається наново',
      'Begins anew',
      one.entered.map((path) => titled(to, path)),
    ),
    ...line(
      'Втрачається',
      'Is lost',
      one.lost.map((what) => lostText(from, what)),
    ),
    ...one.terms.map((term) => termText(to, term)),
  ];
}

const said = (uk: string, en: string): Text => ({ uk, en });
const of = (text: Text, side: Side): string => text[side] ?? text.uk ?? '';

const listed = (texts: readonly Text[]): Text => {
  const joined = (side: Side) => [...new Set(texts.map((text) => of(text, side)))].join(', ');
  return texts.length === 0 ? said('ніде', 'nowhere') : said(joined('uk'), joined('en'));
};

const line = (uk: string, en: string, texts: readonly Text[]): Text[] =>
  texts.length === 0 ? [] : [said(`${uk}: ${listed(texts).uk}`, `${en}: ${listed(texts).en}`)];

function titled({ bundle }: ServiceRuntime, path: Path): Text {
  const title = titleOf(stateAt(bundle.flow, path), nameOf(path));
  return said(`«${of(title, 'uk')}»`, `“${of(title, 'en')}”`);
}

/** A pointer of the form by its title; names of answers, parties and states as they are. */
function lostText(service: ServiceRuntime, what: string): Text {
  if (!what.startsWith('/')) return said(what, what);
  const title = fieldTitle(service, what);
  return title ? said(`${of(title, 'uk')} (${what})`, `${of(title, 'en')} (${what})`) : said(what, what);
}

function fieldTitle({ bundle }: ServiceRuntime, pointer: Pointer): Text | undefined {
  const texts = bundle.form.texts ?? {};
  const rows = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
  return (texts[pointer] ?? texts[rows])?.title as Text | undefined;
}

function fieldText(service: ServiceRuntime, pointer: Pointer, message: Text): Text {
  const title = fieldTitle(service, pointer);
  const name = (side: Side) => (title ? `${of(title, side)} (${pointer})` : pointer);
  return said(`${name('uk')}: ${of(message, 'uk')}`, `${name('en')}: ${of(message, 'en')}`);
}

function termText(to: ServiceRuntime, { path, kind, due, later }: TermChange): Text {
  const what =
    path === ''
      ? said('Строк у законі', 'The term in law')
      : said(`Строк стану ${titled(to, path).uk}`, `The deadline of ${titled(to, path).en}`);
  const day = due?.slice(0, 10) ?? '';
  switch (kind) {
    case 'begins':
      return said(`${what.uk} починається: до ${day}`, `${what.en} begins: until ${day}`);
    case 'ends':
      return said(`${what.uk} припиняється`, `${what.en} ends`);
    case 'meaning':
      return said(
        `${what.uk} (до ${day}): мовчання означає вже інше`,
        `${what.en} (until ${day}): silence means something else now`,
      );
    case 'kept':
      return later
        ? said(
            `${what.uk} лишається до ${day}; у новій версії ${of(later, 'uk')}`,
            `${what.en} stays until ${day}; the new version gives ${of(later, 'en')}`,
          )
        : said(`${what.uk} лишається до ${day}`, `${what.en} stays until ${day}`);
  }
}
