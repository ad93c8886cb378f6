import {
  type ErrorSchema,
  type FieldProps,
  type RJSFSchema,
  toFieldPathId,
  type UiSchema,
} from '@rjsf/utils';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../language.tsx';
import { Button } from '../parts/button.tsx';
import type { Choice, WidgetOptions } from './draw.ts';
import { FieldFrame } from './field-frame.tsx';
import { formTexts } from './form-texts.ts';
import { OfferedLine, useWords } from './offered.tsx';

type Options = WidgetOptions & { readonly locked?: boolean };

function optionsOf(props: FieldProps): Options {
  return ((props.uiSchema as { 'ui:options'?: object } | undefined)?.['ui:options'] ?? {}) as Options;
}

/** A list: several of some options, or rows of fields. */
export function ListField(props: FieldProps) {
  return optionsOf(props).choices ? <Several {...props} /> : <Rows {...props} />;
}

/** Several of some options, as boxes to tick. */
function Several(props: FieldProps) {
  const t = useTexts(formTexts);
  const options = optionsOf(props);
  const offeredNow = options.choices ?? [];
  const called = useWords(options, props.registry.formContext);
  const value = Array.isArray(props.formData) ? (props.formData as unknown[]) : [];
  const id = props.fieldPathId.$id;
  // what was chosen from a list that has become another stays to be seen, and to be taken out
  const gone = options.offered
    ? (value as Choice['value'][]).filter((one) => !offeredNow.some((choice) => choice.value === one))
    : [];
  const choices = [
    ...offeredNow,
    ...gone.map((one) => ({
      value: one,
      label: options.offered?.nothing ? called(one) : t('choiceGoneOne', { what: called(one) }),
    })),
  ];
  return (
    <>
      <OfferedLine id={id} options={options} called={called} errors={props.rawErrors} />
      {choices.map((choice, n) => (
        <div className="k-choice" key={String(choice.value)}>
          <input
            type="checkbox"
            id={n === 0 ? id : `${id}-${n}`}
            checked={value.includes(choice.value)}
            disabled={props.disabled || props.readonly}
            onChange={(event) => {
              const next = choices
                .map((one) => one.value)
                .filter((one) => (one === choice.value ? event.currentTarget.checked : value.includes(one)));
              props.onChange(next.length > 0 ? next : undefined, props.fieldPathId.path);
            }}
          />
          <label htmlFor={n === 0 ? id : `${id}-${n}`}>{choice.label}</label>
        </div>
      ))}
    </>
  );
}

/**
 * Rows of fields, each drawn by its own schema, since what shows in a row depends on what was entered in it.
 * Focus goes to a new row's heading, and after a removal to the row that took its place; both are announced.
 */
function Rows(props: FieldProps) {
  const t = useTexts(formTexts);
  const { hint, mark, rowUi = [], heads } = optionsOf(props);
  const schema = props.schema as RJSFSchema & { rows?: RJSFSchema[] };
  const rows = Array.isArray(props.formData) ? (props.formData as unknown[]) : [];
  const id = props.fieldPathId.$id;
  const title = props.title ?? schema.title ?? props.name;
  const fixed = props.disabled || props.readonly || heads !== undefined;
  const { SchemaField } = props.registry.fields;
  const keys = useRef<number[]>([]);
  const counter = useRef(0);
  while (keys.current.length < rows.length) keys.current.push(counter.current++);
  keys.current.length = rows.length;
  const [target, setTarget] = useState<string | undefined>();
  // the number of the row that was added, or that one was taken away
  const [told, setTold] = useState<number | 'removed' | undefined>();

  useEffect(() => {
    if (target === undefined) return;
    document.getElementById(target)?.focus();
    setTarget(undefined);
  }, [target]);

  const most = typeof schema.maxItems === 'number' ? schema.maxItems : 100;
  const send = (next: unknown[]) =>
    props.onChange(next.length > 0 ? next : undefined, props.fieldPathId.path);

  function add(): void {
    send([...rows, {}]);
    setTold(rows.length + 1);
    setTarget(`${id}-row-${rows.length}`);
  }

  function remove(index: number): void {
    keys.current.splice(index, 1);
    send(rows.filter((_, n) => n !== index));
    setTold('removed');
    setTarget(rows.length > 1 ? `${id}-row-${Math.min(index, rows.length - 2)}` : id);
  }

  return (
    <FieldFrame
      id={`${id}-list`}
      label={title}
      // what rows there are is not left to whoever fills them in
      required={heads !== undefined || (props.required ?? false)}
      hint={hint}
      mark={mark}
      errors={props.rawErrors}
      group
    >
      {rows.map((row, n) => {
        const rowSchema = schema.rows?.[n];
        const own = rowSchema?.title;
        // a row is called by its own title; one that has none is an entry
        const name = heads?.[n] || t('row', { title: own && own !== String(n) ? own : t('entry'), n: n + 1 });
        return (
          <div className="k-row" key={keys.current[n]}>
            <div className="k-row__head">
              <h2 className="k-row__title" id={`${id}-row-${n}`} tabIndex={-1}>
                {name}
              </h2>
              {fixed ? null : (
                <Button kind="plain" label={t('removeRow', { title: name })} onClick={() => remove(n)}>
                  {t('remove')}
                </Button>
              )}
            </div>
            {rowSchema && SchemaField ? (
              <SchemaField
                {...props}
                name={String(n)}
                title={name}
                schema={rowSchema}
                uiSchema={(rowUi[n] ?? {}) as UiSchema}
                formData={row}
                errorSchema={(props.errorSchema as Record<string, ErrorSchema> | undefined)?.[n] ?? {}}
                fieldPathId={toFieldPathId(n, props.registry.globalFormOptions, props.fieldPathId)}
                required
                rawErrors={[]}
              />
            ) : null}
          </div>
        );
      })}
      {heads?.length === 0 ? <p className="k-soft">{t('noRows')}</p> : null}
      {fixed || rows.length >= most ? null : (
        <Button id={id} kind="secondary" onClick={add}>
          {rows.length > 0 ? t('addAnother') : t('add')}
        </Button>
      )}
      <span className="k-hidden" role="status">
        {told === undefined ? '' : told === 'removed' ? t('rowRemoved') : t('rowAdded', { n: told })}
      </span>
    </FieldFrame>
  );
}
