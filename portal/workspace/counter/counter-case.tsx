import { useMemo } from 'react';
import type { ServicePage } from '#core/api/types.ts';
import { forOthers } from '#core/form/for-others.ts';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded } from '#portal/shell/page.tsx';
import { useTexts } from '#portal/theme/language.tsx';
import type { Described } from './identity.ts';
import { type Entering, Steps } from './steps.tsx';
import { counterTexts } from './texts.ts';
import { Who } from './who.tsx';

/** `/counter/:service`: identify, fill in, check together, hand in. */
export default function CounterCase({ id }: { id: string }) {
  const t = useTexts(counterTexts);
  const { load, again } = useLoad<ServicePage>(`service ${id}`, (api, signal) =>
    api.get(`/services/${id}`, { open: true, signal }),
  );
  const entering = useMemo<Entering<Described>>(
    () => ({
      ...{ kept: 'counter', nobody: {}, channel: 'counter', words: t, Who },
      known: (who) => who,
      sent: (applicant) => ({ applicant, channel: 'counter', through: 'self' }),
      path: `/services/${id}/cases`,
    }),
    [t, id],
  );
  return (
    <Loaded load={load} again={again}>
      {(service) => <Steps service={{ ...service, form: forOthers(service.form) }} entering={entering} />}
    </Loaded>
  );
}
