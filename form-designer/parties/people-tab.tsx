import { useMemo } from 'react';
import { useDesign } from '../design.tsx';
import { FlowPlace } from '../flow/flow-place.ts';
import { Grounds } from './grounds.tsx';
import { Parameters } from './parameters.tsx';
import { Parties } from './parties.tsx';
import { Roles } from './roles.tsx';
import { Sees } from './sees.tsx';

/** Who takes part in a service, what each sees, reasons in law and what law changes. */
export function PeopleTab() {
  const { definition, open } = useDesign();
  const flow = useMemo(() => new FlowPlace(definition), [definition]);
  return (
    <fieldset className="d-wide" disabled={!open}>
      <Parties flow={flow} />
      <Roles flow={flow} />
      <Sees flow={flow} />
      <Grounds />
      <Parameters />
    </fieldset>
  );
}
