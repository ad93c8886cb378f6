import { describe, expect, it } from 'vitest';
import { importFormio } from './form.ts';

/** How a form of form.io is laid out, and what stands in it beside its fields. */
const text = (key: string, more: object = {}) => ({ type: 'textfield', key, label: key, ...more });
const imported = (...components: object[]) => importFormio({ components }, { languages: ['en'] });
const fieldsOf = (...components: object[]) =>
  imported(...components).form.pages.map(({ title, fields }) => [title.en, ...fields]);
const told = (made: ReturnType<typeof imported>, source: string) =>
  made.report.filter((item) => item.source === source).map(({ what, verdict }) => `${what} ${verdict}`);

describe('what lays fields out', () => {
  it('is no group: tabs, columns, cells of a table, a kind of its own; a tree is one', () => {
    const columns = { type: 'columns', columns: [{ components: [text('a')] }, { components: [text('b')] }] };
    const table = { type: 'table', rows: [[{ components: [text('c')] }], [{ components: [text('d')] }]] };
    const tabs = { type: 'tabs', components: [{ label: 'One', components: [text('e')] }] };
    const own = { type: 'unheardOf', key: 'own', components: [text('f')] };
    const tree = { type: 'address', key: 'home', label: 'Home', tree: true, components: [text('street')] };
    expect(fieldsOf(columns, table, tabs, own, tree)).toEqual([
      ['Form', '/a', '/b', '/c', '/d', '/e', '/f', '/home'],
    ]);
  });

  it('is left out where nothing is entered in it, and said so', () => {
    const empty = imported(
      { type: 'panel', key: 'p', components: [] },
      { type: 'container', key: 'g', label: 'G', components: [] },
      { type: 'datagrid', key: 'r', label: 'R', components: [] },
      text('only'),
    );
    expect(empty.form.pages.map(({ fields }) => fields)).toEqual([['/only']]);
    expect(told(empty, '/components/0')).toEqual(['page left']);
    expect(told(empty, '/components/2')).toEqual(['field left']);
  });

  it('is a page by its own title, else by that of the form, else by the word for one', () => {
    const panel = { type: 'panel', key: 'p', components: [text('a')] };
    expect(fieldsOf(panel)).toEqual([['Page', '/a']]);
    const { form } = importFormio({ title: 'Claim', components: [panel] }, { languages: ['en'] });
    expect(form.pages[0]?.title).toEqual({ en: 'Claim' });
  });
});

describe('what stands between the fields', () => {
  it('a text without words is none; buttons are the service’s own', () => {
    const made = imported({ type: 'content', key: 'c', html: '' }, { type: 'button', key: 'b' }, text('a'));
    expect(made.form.pages[0]?.fields).toEqual(['/a']);
    expect(told(made, '/components/0')).toContain('text exact');
    expect(told(made, '/components/1')).toEqual(['value exact']);
  });

  it('a field, a list and a group without a label are called by their keys', () => {
    const { form } = imported(
      { type: 'textfield', key: 'bare' },
      { type: 'datagrid', key: 'rows', components: [text('a')] },
    );
    expect(form.texts?.['/bare']?.title).toEqual({ en: 'bare' });
    expect(form.texts?.['/rows']?.title).toEqual({ en: 'rows' });
  });
});

describe('what a field begins with', () => {
  it('that a script works out is left to the analyst, with the script', () => {
    const { report } = imported(text('a', { customDefaultValue: 'value = 1', calculateValue: 'value = 2' }));
    expect(
      report.filter(({ what }) => what === 'value').map(({ verdict, shown }) => [verdict, shown]),
    ).toEqual([
      ['left', 'value = 2'],
      ['left', 'value = 1'],
    ]);
  });
});

describe('a day that comes after another', () => {
  const day = (key: string, more: object = {}) => ({ type: 'navDatepicker', key, label: key, ...more });

  it('is held to it where both can be asked; else the report says that it is not', () => {
    const { form } = imported(day('from'), day('until', { beforeDateInputKey: 'from' }));
    expect(form.rules?.map(({ must }) => must)).toContainEqual(
      expect.stringContaining('date(form.until) > date(form.from)'),
    );
    const lost = imported(day('until', { beforeDateInputKey: 'nowhere' }));
    expect(lost.form.rules ?? []).toEqual([]);
    expect(told(lost, '/components/0')).toEqual(['field approximated']);
    const rows = { type: 'datagrid', key: 'rows', label: 'Rows', components: [day('from')] };
    const apart = imported(rows, day('until', { beforeDateInputKey: 'rows.from' }));
    expect(told(apart, '/components/1')).toEqual(['field approximated']);
  });
});
