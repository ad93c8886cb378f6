import type { FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils';
import { useTexts } from '../language.tsx';
import type { WidgetOptions } from './draw.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FormContext } from './form-context.ts';
import { formTexts } from './form-texts.ts';
import { Offer } from './offer.tsx';

const options = (ui: object | undefined): WidgetOptions & { bare?: boolean } =>
  ((ui as { 'ui:options'?: object } | undefined)?.['ui:options'] ?? {}) as WidgetOptions & { bare?: boolean };

/** A field: groups and rows draw their own frame, everything else gets the one frame. */
export function FieldTemplate(props: FieldTemplateProps) {
  const own = options(props.uiSchema);
  if (props.hidden) return <div hidden>{props.children}</div>;
  if (own.own) return <>{props.children}</>;
  const tick = props.uiSchema?.['ui:widget'] === 'k-tick';
  return (
    <FieldFrame
      id={props.id}
      label={props.label}
      // what is computed or locked is not asked for, so it is not optional either
      required={props.required === true || props.readonly === true}
      // beside a box the hint comes after its label, which would else be read last
      hint={tick ? undefined : own.hint}
      mark={own.mark}
      errors={props.rawErrors}
      group={own.group ?? false}
      labelled={tick}
    >
      {props.children}
      {props.readonly ? null : (
        <Offer
          id={props.id}
          label={props.label}
          offers={(props.registry.formContext as FormContext | undefined)?.offers}
        />
      )}
    </FieldFrame>
  );
}

/** A group of fields under a legend. The page itself and the row of a list have no legend of their own. */
export function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const t = useTexts(formTexts);
  const { heading } = props.registry.formContext as FormContext;
  const own = options(props.uiSchema);
  const content = props.properties.map((property) => <div key={property.name}>{property.content}</div>);
  const row = /\/\d+$/.test(own.pointer ?? '');
  if (own.bare || row || !own.pointer || !props.title) return <>{content}</>;
  return (
    <fieldset className="k-group">
      <legend className={heading === props.title ? 'k-hidden' : 'k-legend k-legend--group'}>
        {props.title}
      </legend>
      {own.mark === undefined ? null : (
        <p className="k-mark">
          <strong>{t('toCorrect')}</strong> {own.mark}
        </p>
      )}
      {own.hint ? <p className="k-hint">{own.hint}</p> : null}
      {content}
    </fieldset>
  );
}
