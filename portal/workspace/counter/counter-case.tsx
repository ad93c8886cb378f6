import { useMemo, useState } from 'react';
import type { ServicePage, Submitted } from '#core/api/types.ts';
import { forOthers } from '#core/form/for-others.ts';
import * as whole from '#core/form/whole.ts';
import { useAsk } from '#portal/shell/ask.ts';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded } from '#portal/shell/page.tsx';
import { useChoices } from '#portal/theme/form/use-choices.ts';
import { useAnswers, useLookups } from '#portal/theme/form/use-lookups.ts';
import { useLanguage } from '#portal/theme/language.tsx';
import { useKept } from '../kept.ts';
import { type Entered, filled, namesOf } from './filled.ts';
import { HandIn } from './hand-in.tsx';
import { Handed } from './handed.tsx';
import { OnePage } from './one-page.tsx';
import { Who } from './who.tsx';

const nobody: Entered = { who: {}, form: {} };

/** `/counter/:service`: identify, fill in, check together, hand in. */
export default function CounterCase({ id }: { id: string }) {
  const { load, again } = useLoad<ServicePage>(`service ${id}`, (api, signal) =>
    api.get(`/services/${id}`, { open: true, signal }),
  );
  return (
    <Loaded load={load} again={again}>
      {(service) => <Steps service={{ ...service, form: forOthers(service.form) }} />}
    </Loaded>
  );
}

function Steps({ service }: { service: ServicePage }) {
  const { language } = useLanguage();
  const [entered, keep, forget] = useKept<Entered>(`counter.${service.id}`, nobody);
  const [step, setStep] = useState('who');
  const [sent, setSent] = useState<Submitted>();
  const known = useMemo(() => namesOf(service, entered.who, language), [service, entered.who, language]);
  const answers = useAnswers(service.form, known, whole);
  const made = useMemo(
    () => filled(service, { form: entered.form }, answers.seen),
    [service, entered.form, answers.seen],
  );
  const about = useMemo(
    () => ({ applicant: entered.who, language, channel: 'counter', through: 'self' }),
    [entered.who, language],
  );
  const { looked, again } = useLookups(answers, {
    ...{ form: service.form, data: entered.form, completed: made.data, resolved: made.resolved },
    // nobody is asked about a person who is not identified yet
    whole: step === 'who' ? undefined : whole,
    ask: useAsk(`/services/${service.id}/cases`, about),
    fill: (change) => keep({ ...entered, form: change(entered.form) }),
  });
  const { data: completed, names } = made;
  const form = useChoices({ form: service.form, completed, names, whole, looked });
  const shown = useMemo(() => ({ ...service, form }), [service, form]);
  const clear = () => {
    keep(nobody);
    forget();
    setStep('who');
  };

  if (sent)
    return (
      <Handed
        service={service}
        sent={sent}
        next={() => {
          setSent(undefined);
          setStep('who');
        }}
      />
    );
  if (step === 'who')
    return (
      <Who
        service={service}
        entered={entered}
        onEntered={keep}
        onClear={clear}
        onNext={(next) => {
          keep(next);
          setStep(filled(service, next, namesOf(service, next.who, language)).pages[0]?.id ?? 'check');
        }}
      />
    );
  const { pages } = made;
  const index = pages.findIndex(({ id }) => id === step);
  const page = pages[index];
  if (page)
    return (
      <OnePage
        key={page.id}
        service={shown}
        page={page}
        made={made}
        looked={looked}
        again={again}
        onChange={(form) => keep({ ...entered, form })}
        onBack={() => setStep(pages[index - 1]?.id ?? 'who')}
        onNext={() => {
          setStep(pages[pages.findIndex(({ id }) => id === page.id) + 1]?.id ?? 'check');
        }}
      />
    );
  return (
    <HandIn
      service={shown}
      entered={entered}
      filled={made}
      onStep={setStep}
      onSent={(answer) => {
        keep(nobody);
        forget();
        setSent(answer);
      }}
    />
  );
}
