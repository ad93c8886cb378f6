import type { WidgetProps } from '@rjsf/utils';
import type { WidgetOptions } from './draw.ts';

/** The options that the theme put into the uiSchema. */
export const optionsOf = (props: Pick<WidgetProps, 'options'>): WidgetOptions =>
  props.options as WidgetOptions;

/** Ids of what describes a control: mark, hint, error, in the order they are read. */
export function describedBy(
  id: string,
  options: WidgetOptions,
  errors: readonly string[] | undefined,
): string | undefined {
  const ids = [
    options.mark !== undefined ? `${id}-mark` : '',
    options.hint ? `${id}-hint` : '',
    errors?.length ? `${id}-error` : '',
    options.offered ? `${id}-offered` : '',
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** What every control of a field carries. */
export function aria(props: WidgetProps): {
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
} {
  return {
    'aria-describedby': describedBy(props.id, optionsOf(props), props.rawErrors),
    'aria-invalid': props.rawErrors?.length ? true : undefined,
    'aria-required': props.required ? true : undefined,
  };
}
