import { type ReactNode, useState } from 'react';
import { checkFields } from '#core/form/check-fields.ts';
import { withRows } from '#core/form/rows.ts';
import type { FieldProblem, FormDefinition } from '#core/form/types.ts';
import type { FormContext } from '#portal/theme/form/form-context.ts';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';

/** What a party enters while it answers. */
interface OwnForm {
  readonly fields: ReactNode;
  /** Whether it may be sent; what is wrong is shown. */
  readonly check: () => boolean;
  /** What of the act's body it is. */
  readonly body: () => { readonly data?: Record<string, unknown> };
}

/** The form of the state that waits for a party, where it has one. `refused`: what the server found wrong in it. */
export function useOwnForm(
  form: FormDefinition | undefined,
  context: Omit<FormContext, 'language'>,
  refused: readonly FieldProblem[],
): OwnForm {
  const [data, setData] = useState<Record<string, unknown>>({});
  const [attempt, setAttempt] = useState(0);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  if (!form) return { fields: null, check: () => true, body: () => ({}) };
  return {
    fields: (
      <KladkaForm
        form={form}
        data={data}
        problems={problems.length > 0 ? problems : refused}
        attempt={attempt}
        context={context}
        onChange={setData}
        onSubmit={() => undefined}
      >
        {null}
      </KladkaForm>
    ),
    check: () => {
      const found = checkFields(form, withRows(form, data)).filter(
        ({ pointer }) => !(pointer in (form.computed ?? {})),
      );
      setProblems(found);
      if (found.length > 0) setAttempt(attempt + 1);
      return found.length === 0;
    },
    body: () => ({ data: withRows(form, data) }),
  };
}
