// the package's front door also exports its test registry, which leans on a validator that is not here
import withTheme from '@rjsf/core/lib/withTheme.js';
import type { ErrorSchema, RJSFSchema, UiSchema, ValidatorType } from '@rjsf/utils';
import { type ReactNode, useMemo, useRef } from 'react';
import { steps } from '#core/form/pointer.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import { withRows } from '#core/form/rows.ts';
import type { FieldProblem, FormDefinition, Schema } from '#core/form/types.ts';
import { fits } from '#core/form/verdict.ts';
import { textOf, useLanguage } from '../language.tsx';
import { withoutAbsent } from './absent.ts';
import { RadiosWidget, SelectWidget, TickWidget, YesNoWidget } from './choice-widgets.tsx';
import { DateWidget } from './date-widget.tsx';
import { type DrawnMark, drawPage } from './draw.ts';
import { ErrorSummary } from './error-summary.tsx';
import { FilesField } from './files-field.tsx';
import type { FormContext } from './form-context.ts';
import { labelOf } from './label.ts';
import { ListField } from './list-field.tsx';
import { NoteField } from './note-field.tsx';
import { asDrawn } from './order.ts';
import { SearchWidget } from './search-widget.tsx';
import { FieldTemplate, ObjectFieldTemplate } from './templates.tsx';
import { TerritoryWidget } from './territory-widget.tsx';
import { MoneyWidget, TextareaWidget, TextWidget } from './text-widgets.tsx';

const Themed = withTheme({
  templates: { FieldTemplate, ObjectFieldTemplate },
  fields: { ArrayField: ListField, Files: FilesField, Note: NoteField },
  widgets: {
    'k-text': TextWidget,
    'k-textarea': TextareaWidget,
    'k-money': MoneyWidget,
    'k-radios': RadiosWidget,
    'k-yesno': YesNoWidget,
    'k-tick': TickWidget,
    'k-select': SelectWidget,
    'k-search': SearchWidget,
    'k-date': DateWidget,
    'k-territory': TerritoryWidget,
  },
});

/** rjsf is given schemas without conditions and does not validate: mistakes come from core/form. */
const validator: ValidatorType = {
  isValid: (schema, data, root) => fits(schema as Schema, root as Schema, data),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
};

/** The id of a field's control, for links from an error summary. */
export const controlId = (pointer: string): string => `f${pointer}`;

function errorSchemaOf(problems: readonly FieldProblem[], language: string): ErrorSchema {
  const root: ErrorSchema = {};
  for (const { pointer, message } of problems) {
    let at = root as Record<string, unknown>;
    for (const step of steps(pointer)) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at.__errors = [...((at.__errors as string[] | undefined) ?? []), textOf(message, language)];
  }
  return root;
}

export interface KladkaFormProps {
  readonly form: FormDefinition;
  /** All that was entered, not only this page's. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Pointers of the fields to draw (a page's). Without it, every field of the form. */
  readonly fields?: readonly string[];
  readonly problems?: readonly FieldProblem[];
  /** Counts attempts to go on: each gives the focus to the error summary. */
  readonly attempt?: number;
  readonly marks?: readonly DrawnMark[];
  readonly readonly?: boolean;
  /** Drawn inside another form, whose button sends it. */
  readonly inside?: boolean;
  readonly context?: Omit<FormContext, 'language'>;
  readonly onChange: (data: Record<string, unknown>) => void;
  readonly onSubmit: () => void;
  /** The buttons below the fields. */
  readonly children?: ReactNode;
}

/**
 * A form, or one page of it, drawn after what is entered: conditions are decided by core/form on every change,
 * rjsf draws what is left, the theme says how. Used by citizens, officers (a task's form) and the designer.
 */
export function KladkaForm(props: KladkaFormProps) {
  const { form, fields, problems = [], attempt = 0, marks, readonly = false, context } = props;
  const { language } = useLanguage();
  const data = useMemo(() => withRows(form, props.data), [form, props.data]);
  const resolved = useMemo(() => resolveFields(form, data), [form, data]);
  const shown = useMemo(() => fields ?? resolved.pages.flatMap((page) => page.fields), [fields, resolved]);
  const drawn = useMemo(
    () => drawPage(form, resolved, shown, data, { language, readonly, ...(marks ? { marks } : {}) }),
    [form, resolved, shown, data, language, readonly, marks],
  );
  const errors = useMemo(() => errorSchemaOf(problems, language), [problems, language]);
  const words = useRef(new Map<string, string>()).current;
  const formContext = useMemo<FormContext>(
    () => ({ ...context, words, language }),
    [context, words, language],
  );
  return (
    <>
      <ErrorSummary
        turn={attempt}
        errors={asDrawn(problems, drawn.schema).map((problem) => ({
          id: controlId(problem.pointer),
          label: labelOf(form, problem.pointer, language),
          text: textOf(problem.message, language),
        }))}
      />
      <Themed
        schema={drawn.schema as RJSFSchema}
        uiSchema={drawn.ui as UiSchema}
        formData={data}
        formContext={formContext}
        validator={validator}
        extraErrors={errors}
        idPrefix="f"
        idSeparator="/"
        noHtml5Validate
        {...(props.inside ? { tagName: 'div' as const } : {})}
        noValidate
        showErrorList={false}
        experimental_defaultFormStateBehavior={{
          emptyObjectFields: 'skipDefaults',
          arrayMinItems: { populate: 'never' },
          constAsDefaults: 'never',
          allOf: 'skipDefaults',
        }}
        onChange={(event) => props.onChange(withoutAbsent((event.formData ?? {}) as Record<string, unknown>))}
        onSubmit={() => props.onSubmit()}
      >
        {/* given none, rjsf draws a button of its own */ props.children ?? <span hidden />}
      </Themed>
    </>
  );
}
