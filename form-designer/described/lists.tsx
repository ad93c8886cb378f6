import type { ReactNode } from 'react';
import { under } from '#core/form/pointer.ts';
import { type Localised, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { isObject, type Json, listOf, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { AddNamed } from '../parts/add-named.tsx';
import type { Control } from './control.ts';
import { describedTexts } from './texts.ts';
import { useWords } from './words.ts';

/** Draws the controls of an entry; handed in, since a control may be a list itself. */
export type Inside = (at: string, controls: readonly Control[]) => ReactNode;

/** What an entry is called: by one of its properties, else by its number or name. */
function useCalled(): (entry: Json | undefined, called: string | undefined, otherwise: string) => string {
  const read = useLocalised();
  return (entry, called, otherwise) => {
    const value = called === undefined ? undefined : objectOf(entry)[called];
    if (isObject(value)) return read(value as Localised) || otherwise;
    return typeof value === 'string' && value !== '' ? value : otherwise;
  };
}

/** Entries one after another: each can be opened, changed, removed. */
export function ListOf({
  at,
  control,
  inside,
}: {
  at: string;
  control: Extract<Control, { is: 'list' }>;
  inside: Inside;
}) {
  const t = useTexts(describedTexts);
  const { label, hint } = useWords(control.words);
  const add = useWords(control.add);
  const { edit } = useDesign();
  const [value] = useValue(at);
  const list = listOf(value);
  const called = useCalled();
  const fresh = typeof control.fresh === 'function' ? control.fresh(list) : control.fresh;
  return (
    <fieldset className="d-group">
      <legend>{label}</legend>
      {hint ? <p className="k-hint">{hint}</p> : null}
      {list.map((entry, n) => {
        const title = called(entry, control.called, t('entry', { n: n + 1 }));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name but their place
          <details key={n} className="d-entry">
            <summary>{title}</summary>
            {inside(`${at}/${n}`, control.inner)}
            <Button
              kind="plain"
              onClick={() =>
                edit([{ do: 'take', at: list.length === 1 && !control.stays ? at : `${at}/${n}` }])
              }
            >
              {t('remove', { what: title })}
            </Button>
          </details>
        );
      })}
      <Button
        kind="secondary"
        onClick={() =>
          edit([
            value === undefined
              ? { do: 'put', at, value: [fresh] }
              : { do: 'insert', at: `${at}/${list.length}`, value: fresh },
          ])
        }
      >
        {add.label}
      </Button>
    </fieldset>
  );
}

/** Entries by name. */
export function MapOf({
  at,
  control,
  inside,
}: {
  at: string;
  control: Extract<Control, { is: 'map' }>;
  inside: Inside;
}) {
  const t = useTexts(describedTexts);
  const { label, hint } = useWords(control.words);
  const add = useWords(control.add);
  const { edit } = useDesign();
  const [value] = useValue(at);
  const map = objectOf(value);
  const called = useCalled();
  return (
    <fieldset className="d-group">
      <legend>{label}</legend>
      {hint ? <p className="k-hint">{hint}</p> : null}
      {Object.entries(map).map(([name, entry]) => {
        const title = called(entry, control.called, name);
        return (
          <details key={name} className="d-entry">
            <summary>{title === name ? name : `${title} (${name})`}</summary>
            {inside(under(at, name), control.inner)}
            <Button kind="plain" onClick={() => edit([{ do: 'take', at: under(at, name) }])}>
              {t('remove', { what: title })}
            </Button>
          </details>
        );
      })}
      <AddNamed
        label={t('addName')}
        button={add.label}
        taken={new Set(Object.keys(map))}
        add={(name, title) => edit([{ do: 'put', at: under(at, name), value: control.fresh(title) }])}
      />
    </fieldset>
  );
}
