import type { WidgetProps } from '@rjsf/utils';
import { useTexts } from '../language.tsx';
import { aria, optionsOf } from './described.ts';
import { formTexts } from './form-texts.ts';
import { normal } from './normal.ts';
import { useTyped } from './use-typed.ts';

const modes: { readonly [format: string]: string } = {
  rnokpp: 'numeric',
  edrpou: 'numeric',
  unzr: 'numeric',
  phone: 'tel',
  email: 'email',
  uri: 'url',
};

const types: { readonly [format: string]: string } = { email: 'email', phone: 'tel', uri: 'url' };

const completes: { readonly [format: string]: string } = { email: 'email', phone: 'tel' };

/** A line of text. Identifiers are brought into their written form when one leaves the field, not while typing. */
export function TextWidget(props: WidgetProps) {
  const { format = '', inputMode, autocomplete, width } = optionsOf(props);
  const number = props.schema.type === 'integer' || props.schema.type === 'number';
  const long = width ?? (number || format in modes ? (format === 'email' || format === 'uri' ? 40 : 10) : 40);
  const size = long <= 5 ? ' k-input--4' : long <= 20 ? ' k-input--10' : '';
  return (
    <input
      {...aria(props)}
      id={props.id}
      name={props.id}
      className={`k-input${size}`}
      type={types[format] ?? 'text'}
      inputMode={(inputMode ?? (number ? 'decimal' : modes[format])) as 'text' | undefined}
      autoComplete={autocomplete ?? completes[format] ?? 'off'}
      spellCheck={format === '' && !number ? undefined : false}
      value={(props.value as string | number | undefined) ?? ''}
      readOnly={props.readonly}
      disabled={props.disabled}
      onChange={(event) => {
        const text = event.currentTarget.value;
        props.onChange(text === '' ? undefined : text);
      }}
      onBlur={() => {
        const value = props.value as unknown;
        if (typeof value !== 'string') return;
        const tidy = normal(format || (types.phone === 'tel' && inputMode === 'tel' ? 'phone' : ''), value);
        if (tidy !== value) props.onChange(tidy === '' ? undefined : tidy);
      }}
    />
  );
}

/** Several lines of text. */
export function TextareaWidget(props: WidgetProps) {
  return (
    <textarea
      {...aria(props)}
      id={props.id}
      name={props.id}
      className="k-textarea"
      rows={5}
      value={(props.value as string | undefined) ?? ''}
      readOnly={props.readonly}
      disabled={props.disabled}
      onChange={(event) => {
        const text = event.currentTarget.value;
        props.onChange(text === '' ? undefined : text);
      }}
    />
  );
}

const shown = (kopiikas: unknown): string =>
  typeof kopiikas === 'number'
    ? (kopiikas / 100).toFixed(2).replace('.', ',')
    : typeof kopiikas === 'string'
      ? kopiikas
      : '';

/** «129,75» -> 12975. Anything else comes back as it was typed, for the validator to speak about. */
export function kopiikas(text: string): number | string | undefined {
  const tidy = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  if (tidy === '') return undefined;
  if (!/^\d{1,13}(\.\d{1,2})?$/.test(tidy)) return text;
  const [whole = '0', part = ''] = tidy.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** Money: typed as hryvnias and kopiikas, kept as an integer of kopiikas. */
export function MoneyWidget(props: WidgetProps) {
  const t = useTexts(formTexts);
  const [text, take] = useTyped(props.value, shown);
  return (
    <div className="k-affix">
      <input
        {...aria(props)}
        id={props.id}
        name={props.id}
        className="k-input"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        readOnly={props.readonly}
        disabled={props.disabled}
        onChange={(event) => {
          const money = kopiikas(event.currentTarget.value);
          take(event.currentTarget.value, money);
          props.onChange(money);
        }}
        onBlur={() => take(shown(kopiikas(text)), kopiikas(text))}
      />
      <span className="k-affix__sign" aria-hidden="true">
        {t('currency')}
      </span>
    </div>
  );
}
