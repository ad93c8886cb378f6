import { useCallback, useMemo, useState } from 'react';
import { drawnForm } from '#core/case/lookups.ts';
import type { Json, JsonObject } from '#core/flow/types.ts';
import { asTyped } from '#core/form/as-typed.ts';
import { complete } from '#core/form/complete.ts';
import { schemaAt } from '#core/form/flatten.ts';
import { withValue } from '#core/form/pointer.ts';
import { prefill } from '#core/form/prefill.ts';
import { resolve } from '#core/form/resolve.ts';
import type { FieldProblem } from '#core/form/types.ts';
import { validate } from '#core/form/validate.ts';
import * as core from '#core/form/whole.ts';
import { useTerritories } from '#portal/shell/territories.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { LookupLines } from '#portal/theme/form/lookup-lines.tsx';
import { showValue } from '#portal/theme/form/show-value.ts';
import { useChoices } from '#portal/theme/form/use-choices.ts';
import { useAnswers, useLookups } from '#portal/theme/form/use-lookups.ts';
import { useOffers } from '#portal/theme/form/use-offers.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { namesBefore, type Run, standInLookup } from './run.ts';
import { sampleData } from './sample.ts';
import { tryTexts } from './texts.ts';

/** The application, page by page, as the citizen fills it in. */
export function FormStep({
  run,
  submit,
}: {
  run: Run;
  submit: (form: JsonObject, lookups: { [name: string]: Json }) => void;
}) {
  const t = useTexts(tryTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const territories = useTerritories();
  const form = useMemo(() => drawnForm(run.service), [run.service]);
  const known = useMemo(() => namesBefore(run), [run]);
  const answers = useAnswers(form, known, core);
  const names = answers.seen;
  const [data, setData] = useState<Record<string, unknown>>(() => prefill(form, known));
  const [n, setN] = useState(0);
  const [tried, setTried] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const whole = useMemo(() => complete(form, data, names), [form, data, names]);
  const resolved = useMemo(() => resolve(form, whole, names), [form, whole, names]);
  const { looked, again } = useLookups(answers, {
    ...{ form, data, completed: whole, resolved, whole: core },
    ask: useCallback(
      async (lookup, { input }) => {
        const answer = standInLookup(run, lookup, input as JsonObject);
        return answer === undefined ? { state: 'unanswered' } : { state: 'answered', answer };
      },
      [run],
    ),
    fill: setData,
  });
  const offers = useOffers({ form, completed: whole, names, resolved, whole: core, fill: setData as never });
  const shown = useChoices({ form, completed: whole, names, whole: core, looked });
  const page = resolved.pages[Math.min(n, resolved.pages.length - 1)];
  if (!page) return null;
  const last = n >= resolved.pages.length - 1;
  const still = tried.length === 0 ? tried : validate(form, data, names, page.fields);
  const problems = still.filter((one) =>
    tried.some((other) => other.pointer === one.pointer && other.code === one.code),
  );

  const given = Object.fromEntries(
    [...answers.standing].flatMap(([name, one]) =>
      one.state === 'answered' ? [[name, one.answer as Json]] : [],
    ),
  );

  function forward(): void {
    const found = validate(form, data, names, page?.fields);
    setTried(found);
    if (found.length > 0) setAttempt(attempt + 1);
    else if (!last) setN(n + 1);
    else submit(complete(form, data, names) as JsonObject, given);
  }

  return (
    <div className="d-paper">
      <div className="d-try__form">
        <p className="k-caption">{t('page', { n: n + 1, all: resolved.pages.length })}</p>
        <h3 className="k-h2">{read(page.title)}</h3>
        {page.hint ? <p className="k-lead">{read(page.hint)}</p> : null}
        <div className="d-acts">
          <Button kind="secondary" onClick={() => setData(sampleData(shown, names, data))}>
            {t('sample')}
          </Button>
        </div>
        <KladkaForm
          form={shown}
          data={asTyped(form, whole, data)}
          fields={page.fields}
          problems={problems}
          attempt={attempt}
          context={{ territories, heading: read(page.title), offers }}
          onChange={setData}
          onSubmit={forward}
        >
          <LookupLines
            form={form}
            looked={looked}
            fields={page.fields}
            show={(pointer, value) =>
              showValue(shown, schemaAt(resolved.schema, pointer) ?? {}, pointer, value, language)
            }
            again={again}
            take={(values) =>
              setData((now) =>
                Object.entries(values).reduce((all, [pointer, value]) => withValue(all, pointer, value), now),
              )
            }
          />
          <div className="k-actions">
            <Button type="submit">{t(last ? 'submit' : 'next')}</Button>
            {n > 0 ? (
              <Button kind="plain" onClick={() => setN(n - 1)}>
                {t('back')}
              </Button>
            ) : null}
          </div>
        </KladkaForm>
      </div>
    </div>
  );
}
