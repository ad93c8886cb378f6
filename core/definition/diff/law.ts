import { isRecord } from '#core/expression/record.ts';
import type { Text } from '../types.ts';
import { type Comparison, type Handler, howChanged, said } from './comparison.ts';
import { durationChange, durationWords } from './durations.ts';
import { isSame } from './equal.ts';
import { labelOf } from './labels.ts';
import { below, own, patch } from './patch.ts';
import { both, inLanguage, word } from './texts.ts';
import { shown } from './values.ts';

const LIMITS = ['workingDays', 'days', 'hours'];

/** The term in law: its length in whatever unit, and all around it. */
export function termChanged(c: Comparison): Handler {
  const where = {
    says: both('Строк рішення за законом', 'Term in law for the decision'),
    affects: ['party/applicant', 'agency'],
  };
  return (before, after, pointer) => {
    if (!isRecord(before) || !isRecord(after)) {
      const words = durationWords(limitOf(after ?? before));
      const says =
        words && before === undefined
          ? both(`встановлено: до ${words.uk}`, `set: ${words.en}`)
          : words
            ? both(`скасовано (було до ${words.uk})`, `lifted (it was ${words.en})`)
            : howChanged(before, after);
      return c.change('term.changed', where.affects, said(where.says, says), before, after, pointer);
    }
    const operations = LIMITS.flatMap((unit) =>
      patch(own(before, unit), own(after, unit), below(pointer, unit)),
    );
    const [a, b] = [limitOf(before), limitOf(after)];
    const how = durationChange(a, b) ?? howChanged(a, b);
    c.tell('term.length', pointer, where.affects, said(where.says, how), operations);
    const rest = (value: object) =>
      Object.fromEntries(Object.entries(value).filter(([name]) => !LIMITS.includes(name)));
    const states =
      (label: string): Handler =>
      (x, y, at) =>
        c.set(
          `term.${label}`,
          { ...where, says: said(where.says, labelOf(label)) },
          (s) => c.names.state(word(s)),
          x,
          y,
          at,
        );
    c.byName(rest(before), rest(after), pointer, where, {
      until: (x, y, at) =>
        c.set(
          'term.until',
          { ...where, says: said(where.says, both('чим закінчується', 'ends with')) },
          (s) => c.names.state(word(s)),
          x,
          y,
          at,
        ),
      pausedIn: states('pausedIn'),
    });
  };
}

function limitOf(rule: unknown): unknown {
  const unit = LIMITS.find((name) => own(rule, name) !== undefined);
  return unit === undefined ? undefined : { [unit]: own(rule, unit) };
}

/** What law changes: values by the day from which they hold. */
export function parameterChanged(c: Comparison, name: string): Handler {
  return (before, after, pointer) => {
    const where = { says: both(`Параметр «${name}»`, `Parameter “${name}”`), affects: ['everyone'] };
    const called = (value: unknown): Text => {
      const act = own(value, 'act');
      const by = (word: string) => (typeof act === 'string' ? ` (${word}${act})` : '');
      const is = own(value, 'value');
      const from = word(own(value, 'from'));
      return both(`${shown(is, 'uk')} з ${from}${by('')}`, `${shown(is, 'en')} from ${from}${by('')}`);
    };
    c.set('parameter.changed', where, called, before, after, pointer);
  };
}

const KINDS: { [kind: string]: readonly [uk: string, en: string] } = {
  granted: ['надано', 'granted'],
  partly: ['надано частково', 'partly granted'],
  refused: ['відмовлено', 'refused'],
  left: ['залишено без розгляду', 'left without review'],
  withdrawn: ['відкликано', 'withdrawn'],
  cancelled: ['скасовано', 'cancelled'],
  draft: ['чернетка', 'draft'],
};

/** How long cases are kept, by kind of outcome. */
export function retentionChanged(c: Comparison): Handler {
  const where = {
    says: both('Зберігання справ', 'Retention of cases'),
    affects: ['party/applicant', 'agency'],
  };
  const of =
    (kind: string): Handler =>
    (a, b, at) => {
      const [uk, en] = KINDS[kind] ?? [kind, kind];
      c.change(
        'retention.changed',
        where.affects,
        said(said(where.says, both(uk, en)), howChanged(a, b)),
        a,
        b,
        at,
      );
    };
  return (before, after, pointer) =>
    c.byName(
      before,
      after,
      pointer,
      where,
      Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, of(kind)])),
    );
}

/** What may happen after the decision: who may, on which grounds, what is issued anew. */
export function afterChanged(c: Comparison): Handler {
  const where = { says: both('Після рішення', 'After the decision'), affects: ['party/applicant', 'agency'] };
  const title = (collection: string, name: unknown) => c.names.titled(collection, word(name));
  const of =
    (what: string): Handler =>
    (before, after, pointer) => {
      const here = { ...where, says: said(where.says, labelOf(what)) };
      const named =
        (collection: string, label: string): Handler =>
        (a, b, at) => {
          const [old, now] = [a, b].map((name) =>
            name === undefined ? both('—', '—') : title(collection, name),
          );
          const says = both(`${old?.uk} → ${now?.uk}`, `${old?.en} → ${now?.en}`);
          c.change(`after.${label}`, where.affects, said(said(here.says, labelOf(label)), says), a, b, at);
        };
      c.byName(before, after, pointer, here, {
        by: named('roles', 'by'),
        reissues: named('documents', 'reissues'),
        to: (a, b, at) => {
          const state = (name: unknown) => (name === undefined ? both('—', '—') : c.names.state(word(name)));
          const says = both(`${state(a).uk} → ${state(b).uk}`, `${state(a).en} → ${state(b).en}`);
          c.change('after.to', where.affects, said(said(here.says, labelOf('to')), says), a, b, at);
        },
        grounds: (a, b, at) =>
          c.set(
            'grounds.changed',
            { ...here, says: said(here.says, labelOf('grounds')) },
            (g) => title('grounds', g),
            a,
            b,
            at,
          ),
      });
    };
  const kinds = ['correct', 'revoke', 'reopen', 'appeal', 'renew', 'duplicate'];
  return (before, after, pointer) =>
    c.byName(before, after, pointer, where, Object.fromEntries(kinds.map((kind) => [kind, of(kind)])));
}

/** Acts, what one must have: lists of things with a title. */
export function titledList(c: Comparison, code: string, says: Text): Handler {
  const called = (item: unknown): Text => {
    const title = own(item, 'title') ?? item;
    return both(shown(inLanguage(title, 'uk') ?? title, 'uk'), shown(inLanguage(title, 'en') ?? title, 'en'));
  };
  return (before, after, pointer) => {
    const titles = (list: unknown) => (Array.isArray(list) ? list.map((item) => called(item).uk) : null);
    // the same titles: what changed is within one of them
    if (isSame(titles(before), titles(after)) && Array.isArray(before) && Array.isArray(after))
      for (const [n, item] of after.entries()) {
        if (!isSame(before[n], item))
          c.general(before[n], item, below(pointer, n), {
            says: said(says, called(item)),
            affects: ['party/applicant'],
          });
      }
    else c.set(code, { says, affects: ['party/applicant'] }, called, before, after, pointer);
  };
}
