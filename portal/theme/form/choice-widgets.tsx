import type { WidgetProps } from '@rjsf/utils';
import { useTexts } from '../language.tsx';
import { aria, optionsOf } from './described.ts';
import type { Choice } from './draw.ts';
import { formTexts } from './form-texts.ts';
import { OfferedOne } from './offered.tsx';

/** Radios; the first has the field's id, so that the error summary's link lands on it. */
function Radios({ props, choices }: { props: WidgetProps; choices: readonly Choice[] }) {
  return (
    <>
      {choices.map((choice, n) => {
        const id = n === 0 ? props.id : `${props.id}-${n}`;
        return (
          <div className="k-choice" key={String(choice.value)}>
            <input
              type="radio"
              id={id}
              name={props.id}
              checked={props.value === choice.value}
              disabled={props.disabled || props.readonly}
              aria-invalid={props.rawErrors?.length ? true : undefined}
              onChange={() => props.onChange(choice.value)}
            />
            <label htmlFor={id}>{choice.label}</label>
          </div>
        );
      })}
    </>
  );
}

/** One of a few options. */
export function RadiosWidget(props: WidgetProps) {
  return <Radios props={props} choices={optionsOf(props).choices ?? []} />;
}

/** Yes or no; neither until one is chosen. */
export function YesNoWidget(props: WidgetProps) {
  const t = useTexts(formTexts);
  return (
    <Radios
      props={props}
      choices={[
        { value: true, label: t('yes') },
        { value: false, label: t('no') },
      ]}
    />
  );
}

/**
 * A box to tick, its label beside it and its hint below. Unticked is absent where ticking is what is asked for; that it may be
 * left alone is what a box says itself.
 */
export function TickWidget(props: WidgetProps) {
  const { hint } = optionsOf(props);
  return (
    <div className="k-choice">
      <input
        {...aria(props)}
        type="checkbox"
        id={props.id}
        name={props.id}
        checked={props.value === true}
        disabled={props.disabled || props.readonly}
        onChange={(event) => props.onChange(event.currentTarget.checked ? true : undefined)}
      />
      <div>
        <label htmlFor={props.id}>{props.label}</label>
        {hint ? (
          <p className="k-choice__hint" id={`${props.id}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** One of many options. */
export function SelectWidget(props: WidgetProps) {
  const t = useTexts(formTexts);
  const options = optionsOf(props);
  const choices = options.choices ?? [];
  return (
    <>
      <OfferedOne props={props} options={options} />
      <select
        {...aria(props)}
        id={props.id}
        name={props.id}
        className="k-select"
        value={choices.findIndex((choice) => choice.value === props.value)}
        disabled={props.disabled || props.readonly}
        onChange={(event) => props.onChange(choices[Number(event.currentTarget.value)]?.value)}
      >
        <option value={-1}>{t('choose')}</option>
        {choices.map((choice, n) => (
          <option key={String(choice.value)} value={n}>
            {choice.label}
          </option>
        ))}
      </select>
    </>
  );
}
