import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { isList, type Json, listOf } from '../commands/json.ts';
import { useValue } from '../design.tsx';
import { BlockList } from '../documents/block-list.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { DurationField } from '../parts/duration-field.tsx';
import { Field, NumberField, Pick, Tick } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { Answer } from './answer.tsx';
import type { Control } from './control.ts';
import { FeelMap } from './feel-map.tsx';
import { FieldTitles } from './field-titles.tsx';
import { ImageField } from './image-field.tsx';
import { type Inside, ListOf, MapOf } from './lists.tsx';
import { useOptions } from './options.ts';
import { Pairs } from './pairs.tsx';
import { Places } from './places.tsx';
import { SchemaFields } from './schema-fields.tsx';
import { describedTexts } from './texts.ts';
import { useWords } from './words.ts';

/** Draws described controls of what stands at a place. */
export function Controls({ at, controls }: { at: string; controls: readonly Control[] }) {
  return (
    <>
      {controls.map((control) => (
        <One key={control.name} at={control.name === '' ? at : `${at}/${control.name}`} control={control} />
      ))}
    </>
  );
}

/** How lists draw what lies in their entries, which may be lists again. */
const inside: Inside = (at, controls) => <Controls at={at} controls={controls} />;

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function One({ at, control }: { at: string; control: Control }) {
  const said = useWords(control.words);
  const { language } = useLanguage();
  const [value, put] = useValue(at);
  const hinted = { label: said.label, hint: said.hint };
  const required = 'required' in control && control.required === true;
  const empty = (next: string) => put(next === '' && !required ? undefined : next);
  switch (control.is) {
    case 'texts':
      return (
        <LanguageTexts
          label={said.label}
          at={at}
          required={required}
          {...(said.hint ? { hint: said.hint } : {})}
          {...(control.rows ? { rows: control.rows } : {})}
        />
      );
    case 'line':
      return (
        <Field
          tight
          {...hinted}
          value={text(value)}
          {...(control.type ? { type: control.type } : {})}
          onChange={empty}
        />
      );
    case 'lines':
      return <Lines at={at} {...hinted} />;
    case 'number':
      return (
        <NumberField
          tight
          {...hinted}
          value={typeof value === 'number' ? value : undefined}
          {...(control.min === undefined ? {} : { min: control.min })}
          onChange={(next) => {
            if (next !== undefined || !required) put(next);
          }}
        />
      );
    case 'tick': {
      const byDefault = control.byDefault === true;
      return (
        <Tick
          {...hinted}
          checked={value === undefined ? byDefault : value === true}
          onChange={(on) => put(on === byDefault && !required ? undefined : on)}
        />
      );
    }
    case 'pick':
      return (
        <Choose
          {...hinted}
          value={text(value)}
          required={required}
          options={control.options.map(([one, uk, en]) => [one, language === 'uk' ? uk : en])}
          onChange={empty}
        />
      );
    case 'reference':
      return <Reference at={at} from={control.from} required={required} {...hinted} />;
    case 'several':
      return (
        <Several
          at={at}
          label={said.label}
          hint={said.hint}
          options={control.options.map(([one, uk, en]) => [one, language === 'uk' ? uk : en])}
        />
      );
    case 'references':
      return <References at={at} from={control.from} single={control.single === true} {...hinted} />;
    case 'feel':
      return (
        <FeelField
          {...hinted}
          at={at}
          value={text(value)}
          onChange={(next) => put(next === '' ? undefined : next)}
        />
      );
    case 'feelMap':
      return <FeelMap at={at} known={control.known} {...hinted} />;
    case 'duration':
      return (
        <>
          <DurationField
            label={said.label}
            at={at}
            calendar={control.calendar === true}
            required={required}
          />
          {said.hint ? <p className="k-hint">{said.hint}</p> : null}
        </>
      );
    case 'pairs':
      return <Pairs at={at} from={control.from} {...hinted} />;
    case 'places':
      return <Places at={at} {...hinted} />;
    case 'blocks':
      return <Blocks at={at} label={said.label} />;
    case 'schema':
      return <SchemaFields at={at} {...hinted} />;
    case 'fieldTitles':
      return <FieldTitles at={at} {...hinted} />;
    case 'answer':
      return <Answer at={at} {...hinted} />;
    case 'image':
      return <ImageField at={at} {...hinted} />;
    case 'group':
      return <Group at={at} control={control} />;
    case 'list':
      return <ListOf at={at} control={control} inside={inside} />;
    case 'map':
      return <MapOf at={at} control={control} inside={inside} />;
    case 'elsewhere':
      return null;
  }
}

interface Named {
  readonly at: string;
  readonly label: string;
  readonly hint: string | undefined;
}

function Choose({
  required,
  ...rest
}: {
  label: string;
  hint: string | undefined;
  value: string;
  required: boolean;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  const t = useTexts(describedTexts);
  return <Pick tight {...rest} none={required && rest.value !== '' ? undefined : t('none')} />;
}

function Reference({
  at,
  from,
  required,
  ...words
}: Named & { from: Parameters<typeof useOptions>[0]; required: boolean }) {
  const [value, put] = useValue(at);
  const options = useOptions(from, at);
  if (options.length === 0 && value === undefined && !required) return null;
  return (
    <Choose
      {...words}
      value={text(value)}
      required={required}
      options={options}
      onChange={(next) => put(next === '' ? undefined : next)}
    />
  );
}

function References({
  at,
  from,
  single,
  label,
  hint,
}: Named & { from: Parameters<typeof useOptions>[0]; single: boolean }) {
  return <Several at={at} label={label} hint={hint} options={useOptions(from, at)} single={single} />;
}

/** Ticks of what a list may hold; what it holds beside them stays. */
function Several({
  at,
  label,
  hint,
  options,
  single = false,
}: Named & { options: readonly (readonly [string, string])[]; single?: boolean }) {
  const [value, put] = useValue(at);
  const list = isList(value) ? value : value === undefined ? [] : [value];
  const known = new Set(options.map(([one]) => one));
  const all = [
    ...options,
    ...list.filter((one) => !known.has(String(one))).map((one) => [String(one), String(one)] as const),
  ];
  if (all.length === 0) return null;
  return (
    <fieldset className="d-group d-ticks">
      <legend>{label}</legend>
      {hint ? <p className="k-hint">{hint}</p> : null}
      {all.map(([one, words]) => (
        <Tick
          key={one}
          label={words}
          checked={list.includes(one)}
          onChange={(on) => {
            const next = on ? [...list, one] : list.filter((other) => other !== one);
            put(next.length === 0 ? undefined : single && next.length === 1 ? (next[0] ?? one) : next);
          }}
        />
      ))}
    </fieldset>
  );
}

/** A list of short texts, one a line. */
function Lines({ at, label, hint }: Named) {
  const t = useTexts(describedTexts);
  const [value, put] = useValue(at);
  return (
    <Field
      tight
      rows={3}
      label={label}
      hint={`${hint ?? ''} ${t('oneALine')}`.trim()}
      value={listOf(value).map(String).join('\n')}
      onChange={(next) => put(next.trim() === '' ? undefined : next.replace(/^\n+/, '').split('\n'))}
    />
  );
}

function Blocks({ at, label }: { at: string; label: string }) {
  return (
    <fieldset className="d-group">
      <legend>{label}</legend>
      <BlockList at={at} />
    </fieldset>
  );
}

/** Properties that belong together; one that may be left out is ticked. */
function Group({ at, control }: { at: string; control: Extract<Control, { is: 'group' }> }) {
  const { label, hint } = useWords(control.words);
  const [value, put] = useValue(at);
  const { fresh, inner } = control;
  return (
    <fieldset className="d-group">
      <legend className={fresh === undefined ? undefined : 'k-hidden'}>{label}</legend>
      {fresh === undefined ? (
        hint ? (
          <p className="k-hint">{hint}</p>
        ) : null
      ) : (
        <Tick
          label={label}
          hint={hint}
          checked={value !== undefined}
          onChange={(on) => put(on ? fresh : undefined)}
        />
      )}
      {fresh !== undefined && value === undefined ? null : (
        <div className={`${fresh === undefined ? '' : 'd-sentence'}${control.row ? ' d-pair' : ''}`}>
          <Controls at={at} controls={inner} />
        </div>
      )}
    </fieldset>
  );
}

/** What of an object has no control, as it is written. */
export function Rest({ value }: { value: Record<string, Json> }) {
  const t = useTexts(describedTexts);
  if (Object.keys(value).length === 0) return null;
  return (
    <details className="d-group">
      <summary>{t('more')}</summary>
      <p className="k-hint">{t('moreHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre className="d-pre" tabIndex={0}>
        {JSON.stringify(value, null, 2)}
      </pre>
    </details>
  );
}
