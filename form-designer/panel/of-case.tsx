import { lazy, Suspense } from 'react';
import { objectOf } from '../commands/json.ts';
import type { GroupProps } from '../fields/field-type.ts';

const OfCase = lazy(() => import('./of-case-list.tsx').then(({ OfCaseList }) => ({ default: OfCaseList })));

const OfAnswer = lazy(() =>
  import('./of-answer-list.tsx').then(({ OfAnswerList }) => ({ default: OfAnswerList })),
);

/** In the form of a state: choices, or rows, that are made of what the case holds, and not written down here; in that of a service, of what a registry answers. */
export function OfCaseGroup({ form, field }: GroupProps) {
  const { schema, pointer } = field;
  const items = objectOf(schema.items);
  const isRows = schema.type === 'array' && items.type === 'object';
  const isText =
    (schema.type === 'string' || (schema.type === 'array' && items.type === 'string')) &&
    schema.format === undefined;
  if (form.base === '/form')
    return isText ? (
      <Suspense>
        <OfAnswer form={form} field={field} />
      </Suspense>
    ) : null;
  const isChoice = isText && schema.enum === undefined && items.enum === undefined;
  if (!form.base.startsWith('/flow/') || pointer.includes('*') || !(isRows || isChoice)) return null;
  return (
    <Suspense>
      <OfCase form={form} field={field} map={isRows ? 'rows' : 'options'} />
    </Suspense>
  );
}
