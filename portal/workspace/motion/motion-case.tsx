import { useMemo } from 'react';
import type { ServicePage } from '#core/api/types.ts';
import { forOthers } from '#core/form/for-others.ts';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded } from '#portal/shell/page.tsx';
import { useTexts } from '#portal/theme/language.tsx';
import { type Entering, Steps } from '../counter/steps.tsx';
import { motionTexts } from './texts.ts';
import { Whom } from './whom.tsx';
import { kindsOf, type Named, saidOf, toldOf } from './whom-form.ts';

/** `/motions/:service`: whom it concerns, fill in, check, begin. */
export default function MotionCase({ id }: { id: string }) {
  const { load, again } = useLoad<ServicePage>(`service ${id}`, (api, signal) =>
    api.get(`/services/${id}`, { open: true, signal }),
  );
  return (
    <Loaded load={load} again={again}>
      {(service) => <Begun service={service} />}
    </Loaded>
  );
}

function Begun({ service }: { service: ServicePage }) {
  const t = useTexts(motionTexts);
  const entering = useMemo<Entering<Named>>(() => {
    const kinds = kindsOf(service);
    return {
      ...{ kept: 'motion', nobody: {}, channel: 'officer', words: t, Who: Whom },
      known: (who) => toldOf(kinds, who),
      sent: (who) => {
        const applicant = toldOf(kinds, who);
        return applicant ? { applicant } : {};
      },
      path: `/services/${service.id}/cases/motions`,
      about: (who) => ({
        title: t('whom'),
        text: saidOf(toldOf(kinds, who)) || t('nobodyLead'),
        change: t('changeWhom'),
      }),
    };
  }, [t, service]);
  const shown = useMemo(() => ({ ...service, form: forOthers(service.form) }), [service]);
  return <Steps service={shown} entering={entering} />;
}
