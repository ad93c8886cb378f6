import { useRef } from 'react';
import { useTexts } from '../language.tsx';
import type { Choice, WidgetOptions } from './draw.ts';
import { formTexts } from './form-texts.ts';
import { isBlank } from './show-value.ts';

/** The words of every choice that was ever on offer here: what was chosen is called so when the list has become another. */
export function useWords(choices: readonly Choice[]): (value: unknown) => string {
  const words = useRef(new Map<unknown, string>());
  for (const { value, label } of choices) words.current.set(value, label);
  return (value) => words.current.get(value) ?? String(value);
}

/**
 * What is said of choices that data give: why there are none, that there are more, that what was chosen is none of them any
 * more. It is there before anything is said, so that what comes is read out.
 * @param value what is chosen, where the control itself does not show it
 */
export function OfferedLine({
  id,
  options,
  value,
  called,
}: {
  id: string;
  options: WidgetOptions;
  value?: unknown;
  called: (value: unknown) => string;
}) {
  const t = useTexts(formTexts);
  const { offered, choices = [] } = options;
  if (!offered) return null;
  const isGone = !isBlank(value) && !choices.some((choice) => choice.value === value);
  const what = isGone ? called(value) : '';
  return (
    <div id={`${id}-offered`} className="k-offered" role="status">
      {offered.nothing ? <p>{offered.nothing}</p> : null}
      {isGone ? <p>{t(offered.nothing ? 'choiceKept' : 'choiceGone', { what })}</p> : null}
      {offered.more ? <p>{offered.more}</p> : null}
    </div>
  );
}
