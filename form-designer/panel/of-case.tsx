import { lazy, Suspense } from 'react';
import { objectOf } from '../commands/json.ts';
import type { GroupProps } from '../fields/field-type.ts';

const OfCase = lazy(() => import('./of-case-list.tsx').then(({ OfCaseList }) => ({ default: OfCaseList })));

/** In the form of a state: choices, or rows, that are made of what the case holds, and not written down here. */
export function OfCaseGroup({ form, field }: GroupProps) {
  const { schema, pointer } = field;
  const items = objectOf(schema.items);
  const isRows = schema.type === 'array' && items.type === 'object';
  const isChoice =
    (schema.type === 'string' || (schema.type === 'array' && items.type === 'string')) &&
    schema.enum === undefined &&
    items.enum === undefined &&
    schema.format === undefined;
  if (!form.base.startsWith('/flow/') || pointer.includes('*') || !(isRows || isChoice)) return null;
  return (
    <Suspense>
      <OfCase form={form} field={field} map={isRows ? 'rows' : 'options'} />
    </Suspense>
  );
}
