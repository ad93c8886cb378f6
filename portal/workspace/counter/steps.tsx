import { type ComponentType, useMemo, useState } from 'react';
import type { ServicePage, Submitted } from '#core/api/types.ts';
import type { Identity } from '#core/case/types.ts';
import * as whole from '#core/form/whole.ts';
import { useAsk } from '#portal/shell/ask.ts';
import { useChoices } from '#portal/theme/form/use-choices.ts';
import { useAnswers, useLookups } from '#portal/theme/form/use-lookups.ts';
import { useLanguage } from '#portal/theme/language.tsx';
import { useKept } from '../kept.ts';
import { begun, type Channel, type Entered, filled, namesOf } from './filled.ts';
import { HandIn, type Handing } from './hand-in.tsx';
import { Handed } from './handed.tsx';
import { OnePage } from './one-page.tsx';

/** The first step: whom it is about. */
export interface WhoProps<W> {
  readonly service: ServicePage;
  readonly who: W;
  readonly onWho: (who: W) => void;
  readonly onNext: () => void;
  readonly onClear: () => void;
}

/** How a case is entered by an officer: what is asked first, and where and as what it is sent. */
export interface Entering<W> {
  /** Under which name what was entered is kept until it is sent. */
  readonly kept: string;
  readonly nobody: W;
  readonly channel: Channel;
  /** Whom the form's expressions see. */
  readonly known: (who: W) => Omit<Identity, 'person'> | undefined;
  /** What is sent beside the form and its language. */
  readonly sent: (who: W) => Readonly<Record<string, unknown>>;
  readonly path: string;
  /** Whom it is about, told before it is sent; where the first page does not say it already. */
  readonly about?: (who: W) => NonNullable<Handing['about']>;
  readonly words: Handing['words'] & Parameters<typeof Handed>[0]['words'];
  readonly Who: ComponentType<WhoProps<W>>;
}

/** Whom it is about, the pages of the form, all of it once more, its number. */
export function Steps<W>({ service, entering }: { service: ServicePage; entering: Entering<W> }) {
  const { language } = useLanguage();
  const { nobody, channel, known: knownOf, sent: sentOf, path, words, Who } = entering;
  const none: Entered<W> = { who: nobody, form: {} };
  const [entered, keep, forget] = useKept<Entered<W>>(`${entering.kept}.${service.id}`, none);
  const [step, setStep] = useState('who');
  const [sent, setSent] = useState<Submitted>();
  const known = useMemo(
    () => namesOf(service, knownOf(entered.who), language, channel),
    [service, knownOf, entered.who, language, channel],
  );
  const answers = useAnswers(service.form, known, whole);
  const made = useMemo(
    () => filled(service, { form: entered.form }, answers.seen),
    [service, entered.form, answers.seen],
  );
  const about = useMemo(() => ({ ...sentOf(entered.who), language }), [sentOf, entered.who, language]);
  const { looked, again } = useLookups(answers, {
    ...{ form: service.form, data: entered.form, completed: made.data, resolved: made.resolved },
    // nothing is asked before it is known whom it is about
    whole: step === 'who' ? undefined : whole,
    ask: useAsk(path, about),
    fill: (change) => keep({ ...entered, form: change(entered.form) }),
  });
  const { data: completed, names } = made;
  const form = useChoices({ form: service.form, completed, names, whole, looked });
  const shown = useMemo(() => ({ ...service, form }), [service, form]);
  const clear = () => {
    keep(none);
    forget();
    setStep('who');
  };
  /** What was filled in for this very person before stays over what is known of them. */
  const first = () => {
    const begins = { ...begun(service, knownOf(entered.who), language, channel), ...entered.form };
    keep({ ...entered, form: begins });
    const names = namesOf(service, knownOf(entered.who), language, channel);
    setStep(filled(service, { form: begins }, names).pages[0]?.id ?? 'check');
  };

  if (sent)
    return (
      <Handed
        service={service}
        sent={sent}
        words={words}
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
        who={entered.who}
        onWho={(who) => keep({ ...entered, who })}
        onClear={clear}
        onNext={first}
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
      handing={{ words, path, body: sentOf(entered.who), about: entering.about?.(entered.who) }}
      filled={made}
      onStep={setStep}
      onSent={(answer) => {
        keep(none);
        forget();
        setSent(answer);
      }}
    />
  );
}
