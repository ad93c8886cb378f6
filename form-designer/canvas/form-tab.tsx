import { type KeyboardEvent, lazy, Suspense, useCallback, useId, useMemo, useRef, useState } from 'react';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useDesign } from '../design.tsx';
import type { FieldType } from '../fields/field-type.ts';
import { paletteWith } from '../fields/index.ts';
import { addField, type Spot, spotOf } from '../form/add.ts';
import { moveField } from '../form/move.ts';
import { onNoPage } from '../form/pages.ts';
import { FormPlace } from '../form/place.ts';
import { removeField } from '../form/remove.ts';
import { titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { LABEL, Panel } from '../panel/panel.tsx';
import { Choice } from '../parts/fields.tsx';
import { escapesTo, focusBeside, focusInstead, focusMarked, soon } from '../parts/focus.ts';
import { Block, type CanvasActs, End } from './block.tsx';
import type { Dragged, Edge } from './dragging.ts';
import { Lookups } from './lookups.tsx';
import { PageSettings, Pages, pageTitle } from './pages.tsx';
import { Palette } from './palette.tsx';
import { canvasTexts } from './texts.ts';

const WhichForm = lazy(() => import('./which-form.tsx').then((one) => ({ default: one.WhichForm })));

const focusLabel = (): void => {
  soon(() => {
    const label = document.getElementById(LABEL);
    if (label instanceof HTMLInputElement) {
      label.focus();
      label.select();
    }
  });
};

/** The same object at every drawing, doing what the latest says: blocks are not drawn anew for it. */
function useStable<T extends object>(acts: T): T {
  const latest = useRef(acts);
  latest.current = acts;
  const [stable] = useState(
    () => new Proxy(acts, { get: (_, name) => Reflect.get(latest.current, name) as unknown }) as T,
  );
  return stable;
}

/** The form as it is drawn: palette, sheet, properties. `base`: where the form stands in the definition; a registry's record is one too. */
export function FormTab({ base, tab = 'form' }: { base: string; tab?: 'form' | 'record' }) {
  const t = useTexts(canvasTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { library } = useLibrary();
  const { definition, place, goTo, edit, announce } = useDesign();
  const form = useMemo(
    () => new FormPlace(definition, base, library.parts),
    [definition, base, library.parts],
  );
  // a record holds no files of its own: they lie with the case
  const types = useMemo(
    () => paletteWith(library.parts).filter(({ made }) => tab === 'form' || !made.file),
    [library.parts, tab],
  );
  const chosen = place.chosen === undefined ? undefined : form.field(place.chosen);
  const [shown, setShown] = useState(0);
  const [narrow, setNarrow] = useState(false);
  const widths = useId();

  // a problem or the undoing of an edit may lead to a field of another page
  const holding = form.pages.findIndex(({ fields }) =>
    fields.some((one) => one === place.chosen || place.chosen?.startsWith(`${one}/`)),
  );
  const [led, setLed] = useState<string>();
  if (place.chosen !== led) {
    setLed(place.chosen);
    if (holding >= 0) setShown(holding);
  }
  const page = Math.min(shown, Math.max(0, form.pages.length - 1));
  const fields = form.pages[page]?.fields ?? form.fields.map(({ pointer }) => pointer);

  const choose = useCallback(
    (pointer: string | undefined) => goTo({ tab, chosen: pointer, form: base }),
    [goTo, base, tab],
  );

  /** Behind the chosen field, else at the end of the page. */
  const behind = (): Spot => {
    if (!chosen || chosen.foreign)
      return form.pages.length > 0 ? { page, index: fields.length } : { container: '', index: fields.length };
    const spot = spotOf(form, chosen.pointer);
    return { ...spot, index: spot.index + 1 };
  };

  function add(type: FieldType, spot: Spot): void {
    const { operations, pointer } = addField(form, type.made, spot);
    edit(operations);
    choose(pointer);
    announce(t('added', { kind: read(type.title) }));
    focusLabel();
  }

  function put(what: Dragged, spot: Spot): void {
    if ('type' in what) {
      const type = types.find(({ id }) => id === what.type);
      if (type) add(type, spot);
      return;
    }
    const field = form.field(what.field);
    if (!field) return;
    const { operations, pointer } = moveField(form, field, spot);
    edit(operations);
    choose(pointer);
  }

  /** Moves a field among its neighbours. */
  function step(pointer: string, by: 1 | -1): void {
    const field = form.field(pointer);
    const spot = spotOf(form, pointer);
    const all = 'page' in spot ? fields.length : form.inside(spot.container).length;
    const next = spot.index + by;
    if (!field || next < 0 || next >= all) return;
    edit(moveField(form, field, { ...spot, index: by > 0 ? next + 1 : next }).operations);
    announce(t('movedUp', { field: titleOf(form, field, library.parts, language), n: next + 1, all }));
    focusMarked('data-field', pointer);
  }

  function keys(event: KeyboardEvent, pointer: string): void {
    const field = form.field(pointer);
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (!field || (by === undefined && event.key !== 'Delete' && event.key !== 'Enter')) return;
    event.preventDefault();
    if (by !== undefined && event.altKey) step(pointer, by);
    else if (by !== undefined) focusBeside('data-field', pointer, by);
    else if (event.key === 'Enter') {
      choose(pointer);
      focusLabel();
    } else if (!field.foreign) {
      focusInstead('data-field', pointer);
      edit(removeField(form, field));
      choose(undefined);
    }
  }

  const acts = useStable<CanvasActs>({
    drop: (what: Dragged, at: string, edge: Edge) => {
      const spot = spotOf(form, at);
      put(what, { ...spot, index: spot.index + (edge === 'after' ? 1 : 0) });
    },
    dropInto: (what, container) => put(what, { container, index: form.inside(container).length }),
    keys,
    choose,
  });
  const stray = form.pages.length > 0 ? onNoPage(form) : [];

  return (
    <div className="d-form">
      <Palette types={types} add={(type) => add(type, behind())} />
      <section className="d-sheet" aria-label={t('sheet')}>
        {tab === 'form' ? (
          <Suspense fallback={<div className="d-which" />}>
            <WhichForm base={base} />
          </Suspense>
        ) : null}
        {base.startsWith('/flow/') ? (
          <Button kind="plain" onClick={() => goTo({ tab: 'flow', chosen: base.slice(0, -'/form'.length) })}>
            {t('toState')}
          </Button>
        ) : null}
        <div className="d-sheet__tools">
          {form.pages.length > 0 ? <Pages form={form} page={page} choose={setShown} /> : null}
          <fieldset className="d-widths">
            <legend className="k-hidden">{t('width')}</legend>
            <Choice group={widths} label={t('desktop')} checked={!narrow} onChange={() => setNarrow(false)} />
            <Choice group={widths} label={t('phone')} checked={narrow} onChange={() => setNarrow(true)} />
          </fieldset>
        </div>
        <div className={narrow ? 'd-paper d-paper--phone' : 'd-paper'}>
          {form.pages.length > 0 ? (
            <p className="k-h1 d-paper__title">{pageTitle(form, page, language) || t('pageUntitled')}</p>
          ) : null}
          {fields.length === 0 ? <p className="k-soft">{t('emptyPage')}</p> : null}
          <PageBlocks
            form={form}
            fields={fields}
            acts={acts}
            end={(what) =>
              put(
                what,
                form.pages.length > 0
                  ? { page, index: fields.length }
                  : { container: '', index: fields.length },
              )
            }
          />
        </div>
        <p className="k-soft d-keys">{t('keys')}</p>
        {stray.length > 0 ? (
          <div className="d-group">
            <p className="d-group__title">{t('onNoPage')}</p>
            <div className="d-acts">
              {stray.map((pointer) => {
                const field = form.field(pointer);
                return (
                  <Button
                    key={pointer}
                    kind="secondary"
                    onClick={() =>
                      edit([
                        { do: 'insert', at: `${base}/pages/${page}/fields/${fields.length}`, value: pointer },
                      ])
                    }
                  >
                    {t('putHere', { field: field ? titleOf(form, field, library.parts, language) : pointer })}
                  </Button>
                );
              })}
            </div>
          </div>
        ) : null}
      </section>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from whatever is inside */}
      <div className="d-side" onKeyDown={escapesTo('data-field', place.chosen)}>
        {form.pages.length > 0 ? <PageSettings form={form} page={page} choose={setShown} /> : null}
        {base === '/form' ? <Lookups form={form} /> : null}
        <Panel form={form} field={chosen} />
      </div>
    </div>
  );
}

/** The fields of a page as blocks; what it names and the schema has not is said. */
function PageBlocks({
  form,
  fields,
  acts,
  end,
}: {
  form: FormPlace;
  fields: readonly string[];
  acts: CanvasActs;
  end: (what: Dragged) => void;
}) {
  const t = useTexts(canvasTexts);
  const { open } = useDesign();
  return (
    <ul className="d-blocks">
      {fields.map((pointer) => {
        const field = form.field(pointer);
        return field ? (
          <Block key={pointer} form={form} field={field} acts={acts} />
        ) : (
          <li key={pointer} className="k-error">
            {t('missingField', { pointer })}
          </li>
        );
      })}
      {open ? <End drop={end} /> : null}
    </ul>
  );
}
