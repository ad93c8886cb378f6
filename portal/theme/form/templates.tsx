import type { FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils';
import type { WidgetOptions } from './draw.ts';
import { FieldFrame } from './field-frame.tsx';

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
      required={props.required ?? false}
      hint={own.hint}
      mark={own.mark}
      errors={props.rawErrors}
      group={own.group ?? false}
      labelled={tick}
    >
      {props.children}
    </FieldFrame>
  );
}

/** A group of fields under a legend. The page itself and the row of a list have no legend of their own. */
export function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const own = options(props.uiSchema);
  const content = props.properties.map((property) => <div key={property.name}>{property.content}</div>);
  const row = /\/\d+$/.test(own.pointer ?? '');
  if (own.bare || row || !own.pointer || !props.title) return <>{content}</>;
  return (
    <fieldset className="k-group">
      <legend className="k-legend k-legend--group">{props.title}</legend>
      {own.mark ? <p className="k-mark">{own.mark}</p> : null}
      {own.hint ? <p className="k-hint">{own.hint}</p> : null}
      {content}
    </fieldset>
  );
}
