import type { FieldProps } from '@rjsf/utils';

/** A text between the fields: a heading, where it has one, and its words. Nothing is entered in it. */
export function NoteField(props: FieldProps) {
  const { hint = '', heading = '' } = (props.uiSchema?.['ui:options'] ?? {}) as {
    hint?: string;
    heading?: string;
  };
  return (
    <div className="k-note" id={props.fieldPathId.$id}>
      {heading ? <h2 className="k-h3">{heading}</h2> : null}
      {hint ? <p>{hint}</p> : null}
    </div>
  );
}
