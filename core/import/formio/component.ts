import { type Loose, listOf, looseIn, looseOf, textOf } from '../json.ts';

/** A component of form.io, as it is written. */
export type Component = Loose;

/** The kind of a component: versions of the same (`textfieldLatest`, `selectLegacy`) are one. */
export const typeOf = (component: Component): string =>
  (textOf(component.type) ?? '').replace(/(Latest|Legacy)$/, '');

export const keyOf = (component: Component): string => textOf(component.key) ?? '';
export const validateOf = (component: Component): Loose => looseOf(component.validate);

const LAYOUT = new Set(['panel', 'fieldset', 'well', 'columns', 'table', 'tabs', 'navSkjemagruppe', 'form']);
const CONTENT = new Set([
  'content',
  'htmlelement',
  'alertstripe',
  'image',
  'accordion',
  'header',
  'paragraph',
]);
const ROWS = new Set(['datagrid', 'editgrid', 'dynamicWizard']);

export type Part = 'layout' | 'content' | 'group' | 'rows' | 'button' | 'field';

/** What a component is in its form. Only `group` and `rows` nest what is entered. */
export function partOf(component: Component): Part {
  const type = typeOf(component);
  if (LAYOUT.has(type)) return 'layout';
  if (CONTENT.has(type)) return 'content';
  if (ROWS.has(type)) return 'rows';
  if (type === 'container') return 'group';
  if (type === 'button') return 'button';
  // a kind of its own that holds others: nothing in it may be lost
  if (looseIn(component.components, '').length > 0) return component.tree === true ? 'group' : 'layout';
  return 'field';
}

/** What stands inside a component, with pointers into the source: straight, in columns, in cells. */
export function inside(component: Component, at: string): [Component, string][] {
  const columns = looseIn(component.columns, `${at}/columns`).flatMap(([column, here]) =>
    looseIn(column.components, `${here}/components`),
  );
  const cells =
    typeOf(component) === 'table'
      ? listOf(component.rows).flatMap((row, n) =>
          looseIn(row, `${at}/rows/${n}`).flatMap(([cell, here]) =>
            looseIn(cell.components, `${here}/components`),
          ),
        )
      : [];
  const straight = looseIn(component.components, `${at}/components`);
  // a tab is a component without a type
  return [...straight, ...columns, ...cells];
}

/** Whether a JSON value is a form of form.io: a list of components that say their types. */
export function isFormio(value: unknown): value is Loose {
  const { components } = looseOf(value);
  return Array.isArray(components) && looseIn(components, '').every(([one]) => typeof one.type === 'string');
}
