import { useState } from 'react';
import { textOf, useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import type { Spot } from '../form/add.ts';
import { everyField, type Field } from '../form/fields-of.ts';
import { moveField } from '../form/move.ts';
import type { FormPlace } from '../form/place.ts';
import { titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { Pick } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';

/** Moves a field anywhere by choosing the place from a list: what dragging does, for everyone. */
export function MoveTo({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  // every place of a form of hundreds of fields is listed only where somebody looks
  const [looked, setLooked] = useState(false);
  return (
    <details className="d-group" onToggle={(event) => setLooked(event.currentTarget.open)}>
      <summary>{t('move')}</summary>
      {looked ? <Places form={form} field={field} /> : null}
    </details>
  );
}

function Places({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  const { language } = useLanguage();
  const { library } = useLibrary();
  const { edit, goTo, place, announce } = useDesign();
  const [chosen, setChosen] = useState('');
  const spots = useSpots(form, field);
  const go = () => {
    const spot = spots[Number(chosen)]?.[0];
    if (!spot) return;
    const { operations, pointer } = moveField(form, field, spot);
    edit(operations);
    setChosen('');
    goTo({ ...place, chosen: pointer });
    announce(t('moved', { field: titleOf(form, field, library.parts, language) }));
  };
  return (
    <>
      <Pick
        tight
        label={t('moveTo')}
        value={chosen}
        none={t('choose')}
        options={spots.map(([, label], n) => [String(n), label])}
        onChange={setChosen}
      />
      <Button kind="secondary" disabled={chosen === ''} onClick={go}>
        {t('moveGo')}
      </Button>
    </>
  );
}

/** Where a field can go, in words: before another, to the end of a page, into a section or a list. */
function useSpots(form: FormPlace, field: Field): readonly [Spot, string][] {
  const t = useTexts(panelTexts);
  const { language } = useLanguage();
  const { library } = useLibrary();
  const name = (pointer: string) => {
    const found = form.field(pointer);
    return found ? titleOf(form, found, library.parts, language) : pointer;
  };
  const spots: [Spot, string][] = form.pages.flatMap((page, n) => {
    const title =
      textOf(objectOf(objectOf(listOf(form.value('/pages'))[n]).title) as Record<string, string>, language) ||
      page.id;
    return [
      ...page.fields
        .filter((pointer) => pointer !== field.pointer)
        .map((pointer): [Spot, string] => [
          { page: n, index: page.fields.indexOf(pointer) },
          t('moveBefore', { page: title, field: name(pointer) }),
        ]),
      [{ page: n, index: page.fields.length }, t('moveEnd', { page: title })] as [Spot, string],
    ];
  });
  // the form of a task has no pages: its fields stand one after another
  if (form.pages.length === 0)
    for (const [index, other] of form.inside('').entries())
      if (other.pointer !== field.pointer)
        spots.push([{ container: '', index }, t('moveBefore', { page: '', field: name(other.pointer) })]);
  for (const section of everyField(form.fields)) {
    if (
      section.inner.length === 0 ||
      section.part !== undefined ||
      section.inner.some(({ foreign }) => foreign)
    )
      continue;
    if (section.pointer === field.pointer || section.pointer.startsWith(`${field.pointer}/`)) continue;
    const container = section.schema.type === 'array' ? `${section.pointer}/*` : section.pointer;
    spots.push([
      { container, index: form.inside(container).length },
      t('moveInto', { section: name(section.pointer) }),
    ]);
  }
  return spots;
}
