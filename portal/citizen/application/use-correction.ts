import { useMemo } from 'react';
import type { ApplicationView, ServicePage } from '#core/api/types.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import type { FormDefinition, Names, ResolvedForm } from '#core/form/types.ts';
import { useAsk } from '#portal/shell/ask.ts';
import { useChoices } from '#portal/theme/form/use-choices.ts';
import { type Looked, useAnswers, useLookups } from '#portal/theme/form/use-lookups.ts';
import { useWhole } from '../draft/use-whole.ts';

type Whole = typeof import('#core/form/whole.ts');
type Data = Record<string, unknown>;

const nothingIsFilledIn = () => undefined;

/** A form of which registries are asked only for what its fields choose from: all else they were asked when it was sent. */
function withLists(form: FormDefinition, whole: Whole | undefined): FormDefinition {
  const lists = Object.entries(form.lookups ?? {}).filter(
    ([name]) => whole && whole.choosesFrom(form, name).length > 0,
  );
  return {
    ...form,
    lookups: Object.fromEntries(lists.map(([name, { fills: _, ...lookup }]) => [name, lookup])),
  };
}

/** Lists are those of what is entered now, not of what was sent. */
const unanswered = ({ lookups = {} }: FormDefinition, names: Names): Names => ({
  ...names,
  ...Object.fromEntries(Object.entries(lookups).map(([name, { as = name }]) => [as, null])),
});

export interface Correcting {
  /** The form with the choices that its fields have now. */
  readonly form: FormDefinition;
  readonly resolved: ResolvedForm;
  readonly looked: readonly Looked[];
  readonly again: (lookup: string) => void;
}

/** The form of an application while it is corrected: its lists are asked for anew, for what is corrected. */
export function useCorrection(
  service: ServicePage,
  view: ApplicationView,
  data: Data,
  base: string,
): Correcting {
  // a form without lists needs no engine to be corrected
  const whole = useEngineFor(service.form);
  const form = useMemo(() => withLists(service.form, whole), [service, whole]);
  const names = useMemo(() => unanswered(form, view.names), [form, view]);
  const answers = useAnswers(form, names, whole);
  const resolved = useMemo(() => resolveFields(form, data), [form, data]);
  const { looked, again } = useLookups(answers, {
    ...{ form, data, completed: data, resolved, whole, fill: nothingIsFilledIn },
    ask: useAsk(base),
  });
  const drawn = useChoices({ form, completed: data, names: answers.seen, whole, looked });
  return { form: drawn, resolved, looked, again };
}

/** The form with the choices that the application was made from, so that what was chosen is read by its words. */
export function useChosen(service: ServicePage, view: ApplicationView): FormDefinition {
  const { form } = service;
  const whole = useEngineFor(form);
  const completed = view.form ?? NO_DATA;
  return useChoices({
    form,
    completed,
    names: view.names,
    whole,
    looked: NONE,
  });
}

/** The expression engine, for a form whose choices it works out. */
function useEngineFor({ options }: FormDefinition): Whole | undefined {
  const engine = useWhole(options !== undefined);
  return options ? engine : undefined;
}

const NO_DATA: Data = {};
const NONE: readonly Looked[] = [];
