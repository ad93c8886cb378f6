import type { WidgetProps } from '@rjsf/utils';
import { anyRow } from '#core/form/pointer.ts';
import { useTexts } from '../language.tsx';
import type { WidgetOptions } from './draw.ts';
import type { FormContext } from './form-context.ts';
import { formTexts } from './form-texts.ts';
import { isBlank } from './show-value.ts';

/**
 * The words of every choice that was ever on offer in a field: what was chosen is called so when the list has become another.
 * They are the form's, for a list that grows is drawn by another control.
 */
export function useWords(options: WidgetOptions, context: unknown): (value: unknown) => string {
  const { words } = context as FormContext;
  const key = (value: unknown) => `${anyRow(options.pointer ?? '')} ${String(value)}`;
  if (options.offered) for (const { value, label } of options.choices ?? []) words?.set(key(value), label);
  return (value) => words?.get(key(value)) ?? String(value);
}

/** What is said of the choices of a control that takes one. */
export function OfferedOne({ props, options }: { props: WidgetProps; options: WidgetOptions }) {
  const called = useWords(options, props.registry.formContext);
  return (
    <OfferedLine
      id={props.id}
      options={options}
      value={props.value}
      called={called}
      errors={props.rawErrors}
    />
  );
}

interface LineProps {
  readonly id: string;
  readonly options: WidgetOptions;
  /** What is chosen, where the control itself does not show it. */
  readonly value?: unknown;
  readonly called: (value: unknown) => string;
  /** What is said of the field already. */
  readonly errors: WidgetProps['rawErrors'];
}

/**
 * What is said of choices that data give: why there are none, that there are more, that what was chosen is none of them any
 * more. It is there before anything is said, so that what comes is read out.
 */
export function OfferedLine({ id, options, value, called, errors }: LineProps) {
  const t = useTexts(formTexts);
  const { offered, choices = [] } = options;
  if (!offered) return null;
  const { nothing, more } = offered;
  const isGone = !isBlank(value) && !choices.some((choice) => choice.value === value);
  const what = isGone ? called(value) : '';
  return (
    <div id={`${id}-offered`} className="k-offered" role="status">
      {nothing && !errors?.includes(nothing) ? <p>{nothing}</p> : null}
      {isGone ? <p>{t(nothing ? 'choiceKept' : 'choiceGone', { what })}</p> : null}
      {more ? <p>{more}</p> : null}
    </div>
  );
}
