import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtins, ours } from '#core/expression/builtins.ts';
import { signatures } from '#core/expression/types/functions.ts';
import { context, day, list, orEmpty, scalar, type Type } from '#core/expression/types/index.ts';
import { offersAt } from './completion.ts';
import { exampleOf, madeUp } from './example.ts';
import { functionWords } from './function-words.ts';
import { meaningOf } from './meanings.ts';

const child = context({ name: scalar('string'), born: day, age: orEmpty(scalar('number')) });
const names = {
  form: context({
    goods: scalar('string', ['food', 'books']),
    area: scalar('number'),
    children: list(child),
  }),
  identity: context({ surname: scalar('string') }),
  today: day,
};
/** What is offered where `|` stands. */
function offered(marked: string): {
  labels: string[];
  details: Record<string, string>;
  from: number | undefined;
} {
  const position = marked.indexOf('|');
  const found = offersAt(marked.replace('|', ''), position, {
    names,
    language: 'uk',
    meaning: (path) => (path === 'form.goods' ? 'Чим торгуєте?' : meaningOf(path, 'uk')),
  });
  return {
    labels: found?.offers.map(({ label }) => label) ?? [],
    details: Object.fromEntries(
      found?.offers.map(({ label, detail, info }) => [label, `${detail}; ${info}`]) ?? [],
    ),
    from: found?.from,
  };
}

describe('while an expression is written', () => {
  it('names are offered with what they are and what they mean', () => {
    const { labels, details } = offered('fo|');
    expect(labels).toEqual(expect.arrayContaining(['form', 'identity', 'today', 'count', 'if', 'null']));
    expect(details.form).toBe('група; що введено у формі');
    expect(offered('1 + form.|').details).toEqual({
      goods: 'текст; Чим торгуєте?',
      area: 'число; undefined',
      children: 'список: група; undefined',
    });
  });

  it('what is written of a path stays, its last name is completed', () => {
    expect(offered('1 + form.ar|').from).toBe('1 + form.'.length);
    expect(offered('nothing.|').labels).toEqual([]);
  });

  it('the fields of an item are offered in a loop, in a filter and of the list itself', () => {
    expect(offered('for c in form.children return c.|').labels).toEqual(['name', 'born', 'age']);
    expect(offered('some c in form.children satisfies c.a|').labels).toEqual(['name', 'born', 'age']);
    expect(offered('form.children[a|]').labels).toEqual(expect.arrayContaining(['age', 'item', 'form']));
    expect(offered('count(form.children[1]) + a|').labels).not.toContain('age');
    expect(offered('form.children.|').labels).toEqual(['name', 'born', 'age']);
    expect(offered('form.children.|').details.age).toContain('може бракувати');
  });

  it('what a field may be is offered where it is compared', () => {
    expect(offered('form.goods = |').labels).toEqual(['"food"', '"books"']);
    expect(offered('form.goods != "f|"').labels).toEqual(['"food"', '"books"']);
    expect(offered('if form.area = |').labels).toContain('form');
  });

  it('nothing is offered inside a text', () => {
    expect(offered('"form.|"').labels).toEqual([]);
  });

  it('a function is offered with its arguments and what it gives, every one that may be called', () => {
    expect(offered('sub|').details.substring).toBe(
      '(string, start position, length?); частина тексту від знака (рахують з 1)',
    );
    expect(Object.keys(functionWords).sort()).toEqual([...builtins, ...ours].sort());
    expect([...signatures.keys()].sort()).toEqual([...builtins, ...ours].sort());
  });

  it('whatever is written, it is no mistake to ask', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('f', 'form.', '[', ']', '"', ' in ', 'for x', '=', '.', ' ') }),
        fc.nat(),
        (text, n) => {
          const position = n % (text.length + 1);
          const found = offersAt(text, position, { names, language: 'en', meaning: () => undefined });
          if (found) expect(found.from).toBeLessThanOrEqual(position);
        },
      ),
    );
  });
});

describe('what an expression gives now', () => {
  it('comes of the sample case, and of made-up values for what no case has', () => {
    expect(exampleOf('form.area * 2', { form: { area: 4 } }, names)).toBe('8');
    expect(
      exampleOf(
        'result.fee + form.area',
        { form: { area: 4 } },
        { result: context({ fee: scalar('number') }) },
      ),
    ).toBe('5');
    expect(exampleOf('item.name', { item: {} }, { item: child })).toBe('"текст"');
  });

  it('is not told of what is not finished or has no example', () => {
    expect(exampleOf('', {}, names)).toBeUndefined();
    expect(exampleOf('1 +', {}, names)).toBeUndefined();
    expect(exampleOf('form.area', undefined, undefined)).toBeUndefined();
  });

  it('made-up values are of their type', () => {
    const value = madeUp(context({ a: list(child) }) as Type) as { a: { name: string; born: string }[] };
    expect(value.a[0]).toEqual({ name: 'текст', born: '2026-03-02', age: 1 });
  });
});
