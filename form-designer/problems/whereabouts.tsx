import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import type { Place } from '../design.tsx';
import { editorTexts } from '../editor/texts.ts';
import type { FormPlace } from '../form/place.ts';
import { titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';

const tabs = [
  ...(['form', 'flow', 'people', 'papers', 'about', 'json'] as const),
  ...(['agency', 'offices', 'calendar'] as const),
  ...(['registry', 'record', 'access', 'shapes', 'connector', 'exchange', 'standin'] as const),
] as const;

/** A place of the editor in words: «Форма, поле «Вулиця»». */
export function Whereabouts({ place, form }: { place: Place; form: FormPlace | undefined }) {
  const t = useTexts(editorTexts);
  const { language } = useLanguage();
  const { library } = useLibrary();
  const tab = tabs.find((one) => one === place.tab) ?? 'json';
  const field = place.tab === 'form' && place.chosen !== undefined ? form?.field(place.chosen) : undefined;
  const state = place.tab === 'flow' ? place.chosen?.split('/').at(-1) : undefined;
  const what = field && form ? titleOf(form, field, library.parts, language) : state;
  return (
    <>
      {t(tab)}
      {what ? `: «${what}»` : ''}
    </>
  );
}
