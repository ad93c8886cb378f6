import { isRecord } from '#core/expression/record.ts';
import type { Text } from '../types.ts';
import { durationChange } from './durations.ts';
import { isSame } from './equal.ts';
import { labelOf } from './labels.ts';
import type { Naming } from './naming.ts';
import { below, namesOf, type Operation, own, patch } from './patch.ts';
import { both, isText } from './texts.ts';
import type { Audience, Change } from './types.ts';
import { shown, textChange } from './values.ts';

/** Looks at two values that differ, and tells of every difference in them. */
export type Handler = (before: unknown, after: unknown, pointer: string) => void;

/** Where something is, in words, before what happens to it: `Стан «Розгляд»: `. */
export type Where = { says: Text; affects: Audience[] };

/** Things by name, such as roles: what one is called, whom it affects, what to look at within it. */
export type Things = {
  code: string;
  noun: Text;
  titled: (name: string) => Text;
  affects: (name: string, value: unknown) => Audience[];
  within: (name: string) => Handler;
};

/** A comparison under way. Whatever is not told in words of its own is told in general ones: nothing is passed over. */
export class Comparison {
  readonly changes: Change[] = [];
  readonly names: Naming;

  constructor(names: Naming) {
    this.names = names;
  }

  tell(code: string, pointer: string, affects: Audience[], says: Text, operations: Operation[]): void {
    const whom = affects.length > 0 ? [...new Set(affects)] : ['everyone'];
    if (operations.length > 0) this.changes.push({ code, pointer, affects: whom, says, operations });
  }

  /** One change of a whole value. */
  change(
    code: string,
    affects: Audience[],
    says: Text,
    before: unknown,
    after: unknown,
    pointer: string,
  ): void {
    this.tell(code, pointer, affects, says, patch(before, after, pointer));
  }

  /** Each name of two objects by its handler. Where either is no object, all of it by the general words. */
  byName(
    before: unknown,
    after: unknown,
    pointer: string,
    where: Where,
    handlers: { [name: string]: Handler },
  ): void {
    if (!isRecord(before) || !isRecord(after)) {
      this.general(before, after, pointer, where);
      return;
    }
    for (const name of namesOf(before, after)) {
      const [a, b] = [own(before, name), own(after, name)];
      if (isSame(a, b)) continue;
      const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
      const at = below(pointer, name);
      if (handler) handler(a, b, at);
      else this.general(a, b, at, { ...where, says: said(where.says, labelOf(name)) });
    }
  }

  /** Things by name: those added and those gone are told of whole, the others looked into. */
  collection(before: unknown, after: unknown, pointer: string, of: Things): void {
    if (before === undefined || after === undefined) {
      this.#whole(before, after, pointer, of);
      return;
    }
    if (!isRecord(before) || !isRecord(after)) {
      this.general(before, after, pointer, { says: of.noun, affects: of.affects('', undefined) });
      return;
    }
    for (const name of namesOf(before, after)) {
      const [a, b] = [own(before, name), own(after, name)];
      if (isSame(a, b)) continue;
      const at = below(pointer, name);
      if (a !== undefined && b !== undefined) of.within(name)(a, b, at);
      else if (a === undefined)
        this.change(`${of.code}.added`, of.affects(name, b), added(of.noun, of.titled(name)), a, b, at);
      else
        this.change(`${of.code}.removed`, of.affects(name, a), removed(of.noun, of.titled(name)), a, b, at);
    }
  }

  /** Where there was no such collection at all, it comes with its first member, and goes with its last. */
  #whole(before: unknown, after: unknown, pointer: string, of: Things): void {
    const comes = before === undefined;
    const there = comes ? after : before;
    const things = Object.entries(isRecord(there) ? there : {});
    const titles = things.map(([name]) => of.titled(name));
    const list = both(titles.map((t) => t.uk).join(', '), titles.map((t) => t.en).join(', '));
    const affects = things.flatMap(([name, value]) => of.affects(name, value));
    const says = comes ? added(of.noun, list) : removed(of.noun, list);
    this.change(`${of.code}.${comes ? 'added' : 'removed'}`, affects, says, before, after, pointer);
  }

  /** A list of names or short texts: what came, what went. */
  set(
    code: string,
    where: Where,
    called: (item: unknown) => Text,
    before: unknown,
    after: unknown,
    pointer: string,
  ): void {
    const [olds, news] = [before ?? [], after ?? []];
    if (!Array.isArray(olds) || !Array.isArray(news)) {
      this.general(before, after, pointer, where);
      return;
    }
    const has = (list: unknown[], item: unknown) => list.some((one) => isSame(one, item));
    const came = news.filter((item) => !has(olds, item)).map(called);
    const went = olds.filter((item) => !has(news, item)).map(called);
    const list = (texts: Text[], language: 'uk' | 'en') => texts.map((t) => t[language]).join(', ');
    const parts = both('', '');
    for (const language of ['uk', 'en'] as const) {
      const [plus, minus, order] =
        language === 'uk'
          ? ['додано', 'вилучено', 'змінено порядок']
          : ['added', 'removed', 'the order changed'];
      const all = [
        ...(came.length > 0 ? [`${plus} ${list(came, language)}`] : []),
        ...(went.length > 0 ? [`${minus} ${list(went, language)}`] : []),
      ];
      parts[language] = all.length > 0 ? all.join('; ') : order;
    }
    this.change(code, where.affects, said(where.says, parts), before, after, pointer);
  }

  /** Any difference, in general words: object by object down to the values. */
  general(before: unknown, after: unknown, pointer: string, where: Where): void {
    const looksInto = isRecord(before) && isRecord(after) && !isText(before) && !isText(after);
    if (looksInto && durationChange(before, after) === null) {
      this.byName(before, after, pointer, where, {});
      return;
    }
    const code =
      before === undefined ? 'value.added' : after === undefined ? 'value.removed' : 'value.changed';
    this.change(code, where.affects, said(where.says, howChanged(before, after)), before, after, pointer);
  }
}

/** `where: what`. */
export function said(where: Text, what: Text): Text {
  const join = (a = '', b = '') => (a === '' ? b : `${a}: ${b}`);
  return both(join(where.uk, what.uk), join(where.en, what.en));
}

export const added = (noun: Text, name: Text): Text =>
  both(`Додано ${noun.uk} ${name.uk}`, `Added ${noun.en} ${name.en}`);
export const removed = (noun: Text, name: Text): Text =>
  both(`Вилучено ${noun.uk} ${name.uk}`, `Removed ${noun.en} ${name.en}`);

/** How a value became another. */
export function howChanged(before: unknown, after: unknown): Text {
  if (before === undefined) return both(`додано: ${shown(after, 'uk')}`, `added: ${shown(after, 'en')}`);
  if (after === undefined) return both(`вилучено: ${shown(before, 'uk')}`, `removed: ${shown(before, 'en')}`);
  const duration = durationChange(before, after);
  if (duration) return duration;
  if (isText(before) && isText(after))
    return both(textChange(before, after, 'uk'), textChange(before, after, 'en'));
  return both(
    `${shown(before, 'uk')} → ${shown(after, 'uk')}`,
    `${shown(before, 'en')} → ${shown(after, 'en')}`,
  );
}
