import { useMemo, useState } from 'react';
import type { JsonObject } from '#core/flow/types.ts';
import { asTyped } from '#core/form/as-typed.ts';
import { complete } from '#core/form/complete.ts';
import { prefill } from '#core/form/prefill.ts';
import { resolve } from '#core/form/resolve.ts';
import type { FieldProblem, FormDefinition } from '#core/form/types.ts';
import { validate } from '#core/form/validate.ts';
import { useTerritories } from '#portal/shell/territories.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { namesBefore, type Run } from './run.ts';
import { sampleData } from './sample.ts';
import { tryTexts } from './texts.ts';

/** The application, page by page, as the citizen fills it in. */
export function FormStep({ run, submit }: { run: Run; submit: (form: JsonObject) => void }) {
  const t = useTexts(tryTexts);
  const read = useLocalised();
  const territories = useTerritories();
  const form = run.service.bundle.form as unknown as FormDefinition;
  const names = useMemo(() => namesBefore(run), [run]);
  const [data, setData] = useState<Record<string, unknown>>(() => prefill(form, names));
  const [n, setN] = useState(0);
  const [tried, setTried] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const whole = useMemo(() => complete(form, data, names), [form, data, names]);
  const resolved = useMemo(() => resolve(form, whole, names), [form, whole, names]);
  const page = resolved.pages[Math.min(n, resolved.pages.length - 1)];
  if (!page) return null;
  const last = n >= resolved.pages.length - 1;
  const still = tried.length === 0 ? tried : validate(form, data, names, page.fields);
  const problems = tried.filter((one) =>
    still.some((other) => other.pointer === one.pointer && other.code === one.code),
  );

  function forward(): void {
    const found = validate(form, data, names, page?.fields);
    setTried(found);
    if (found.length > 0) setAttempt(attempt + 1);
    else if (!last) setN(n + 1);
    else submit(complete(form, data, names) as JsonObject);
  }

  return (
    <div className="d-paper">
      <div className="d-try__form">
        <p className="k-caption">{t('page', { n: n + 1, all: resolved.pages.length })}</p>
        <h3 className="k-h2">{read(page.title)}</h3>
        {page.hint ? <p className="k-lead">{read(page.hint)}</p> : null}
        <div className="d-acts">
          <Button kind="secondary" onClick={() => setData(sampleData(form, names, data))}>
            {t('sample')}
          </Button>
        </div>
        <KladkaForm
          form={form}
          data={asTyped(form, whole, data)}
          fields={page.fields}
          problems={problems}
          attempt={attempt}
          context={{ territories, heading: read(page.title) }}
          onChange={setData}
          onSubmit={forward}
        >
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
