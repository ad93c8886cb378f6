import { describe, expect, it } from 'vitest';
import { isTakenOver, withRows, withSentRows } from './rows.ts';
import type { FormDefinition } from './types.ts';

const item = (values: { [name: string]: unknown }) => ({ title: {}, values });
const [petro, olena] = [item({ rnokpp: '1', name: 'Петро' }), item({ rnokpp: '2', name: 'Олена' })];
const of = (items: FormDefinition['items']): FormDefinition =>
  items ? { schema: {}, items } : { schema: {} };
const two = of({ '/checks': [petro, olena] });
const inGroups = of({ '/groups/*/checks': [petro, olena] });

describe('the rows of a list that has one for each item', () => {
  const rows = (entered: unknown[], form = two) => withRows(form, { checks: entered }).checks;

  it('are there before anything is entered', () => {
    expect(withRows(two, { other: 1 })).toEqual({ other: 1, checks: [petro.values, olena.values] });
    expect(withRows(two, { checks: 'x' })).toEqual({ checks: [petro.values, olena.values] });
  });

  it('say what their items say, and keep what was entered beside', () => {
    expect(rows([{ fine: true }, { rnokpp: '2', fine: false }])).toEqual([
      { rnokpp: '1', name: 'Петро', fine: true },
      { rnokpp: '2', name: 'Олена', fine: false },
    ]);
    expect(rows([null, { fine: false }])).toEqual([petro.values, { ...olena.values, fine: false }]);
  });

  it('follow their items to another place, told by any field that both have', () => {
    expect(rows([{ rnokpp: '2', fine: false }])).toEqual([petro.values, { ...olena.values, fine: false }]);
    expect(
      rows([
        { name: 'Олена', fine: false },
        { rnokpp: '1', fine: true },
      ]),
    ).toEqual([
      { ...petro.values, fine: true },
      { ...olena.values, fine: false },
    ]);
  });

  it('are of no item that they say anything else than, and of none by what they do not say', () => {
    expect(rows([{ rnokpp: '1', name: 'Олег', fine: true }])).toEqual([petro.values, olena.values]);
    expect(rows([{ rnokpp: '9', fine: true }, { fine: false }])).toEqual([
      petro.values,
      { ...olena.values, fine: false },
    ]);
  });

  it('may be other than objects: they stay at their places', () => {
    const marks = of({ '/checks': [item({}), item({})] });
    expect(rows(['так'], marks)).toEqual(['так', {}]);
    expect(rows(['так', 'ні', 'ще'], marks)).toEqual(['так', 'ні']);
  });

  it('are gone with the last item; what does not change is handed back as it was', () => {
    expect(withRows(of({ '/checks': [] }), { other: 1, checks: [{ fine: true }] })).toEqual({ other: 1 });
    const data = { checks: [petro.values, olena.values] };
    expect(withRows(two, data)).toBe(data);
    expect(withRows(of(undefined), data)).toBe(data);
  });

  it('are in every row of the list around them, and nowhere while there is none', () => {
    const groups = [{ n: 1 }, { n: 2, checks: [{ fine: true }] }];
    expect(withRows(inGroups, { groups })).toEqual({
      groups: [
        { n: 1, checks: [petro.values, olena.values] },
        { n: 2, checks: [{ ...petro.values, fine: true }, olena.values] },
      ],
    });
    const none = { groups: 'x' };
    expect(withRows(inGroups, none)).toBe(none);
  });
});

describe('rows that were sent', () => {
  it('are of the items where there are as many, and where the list was not sent', () => {
    expect(withSentRows(two, { checks: [{ fine: true }, {}] })).toEqual({
      checks: [{ ...petro.values, fine: true }, olena.values],
    });
    expect(withSentRows(two, {})).toEqual({ checks: [petro.values, olena.values] });
    expect(withSentRows(of({ '/checks': [] }), { checks: [] })).toEqual({});
  });

  it('are left for the schema to refuse where there are more or fewer, or no list at all', () => {
    for (const checks of [[], [{}], [{}, {}, {}], 'ab', { length: 2 }]) {
      const sent = { checks };
      expect(withSentRows(two, sent), JSON.stringify(checks)).toBe(sent);
    }
    const data = { checks: [{}] };
    expect(withSentRows(of(undefined), data)).toBe(data);
  });

  it('are left in every row of the list around them where one of these has too few; other lists have theirs', () => {
    const groups = [{ checks: [{}, {}] }, { checks: [{}] }];
    const both = of({ ...inGroups.items, '/checks': [petro] });
    expect(withSentRows(both, { groups, checks: [{ fine: true }] })).toEqual({
      ...{ groups, checks: [{ ...petro.values, fine: true }] },
    });
  });
});

describe('a field that a row takes over from its item', () => {
  it('is one that the item of that row has a value for', () => {
    const taken = (form: FormDefinition, ...pointers: string[]) =>
      pointers.filter((pointer) => isTakenOver(form, pointer));
    const fields = ['/checks/0/rnokpp', '/checks/1/name'];
    const others = ['/checks', '/checks/0', '/checks/0/fine', '/checks/2/name', '/other/0/name', '/name'];
    expect(taken(two, ...fields, ...others, '/checks/0/toString')).toEqual(fields);
    expect(taken(of(undefined), ...fields)).toEqual([]);
    const inRows = ['/groups/3/checks/1/rnokpp', '/groups/0/checks/0/name'];
    expect(taken(inGroups, ...inRows, '/groups/0/other/0/name', '/other/0/checks/0/name')).toEqual(inRows);
    expect(taken(of({ '/none': [], ...two.items }), ...fields)).toEqual(fields);
  });
});
