import { useId, useMemo, useState } from 'react';
import type { FormDefinition, Json } from '#core/form/types.ts';
import { useTerritories } from '#portal/shell/territories.tsx';
import { KladkaForm } from '#portal/theme/form/kladka-form.tsx';
import { textOf, useLanguage, useTexts } from '#portal/theme/language.tsx';
import { SummaryList } from '#portal/theme/parts/summary-list.tsx';
import { rowAt } from '../../data/pages.ts';
import { showValue } from '../../data/show-value.ts';
import { caseApi } from '../../paths.ts';
import { changeable, changesOf } from './changes.ts';
import { Field, TextField } from './fields.tsx';
import { SideForm } from './side-form.tsx';
import { actTexts } from './texts.ts';
import type { WholeProps } from './whole-props.ts';

/** Mends a mistake in a decided case: a page of the form is chosen, its fields are changed; what it was stays in sight. */
export function Correct({ of, etag, onActed }: WholeProps) {
  const t = useTexts(actTexts);
  const { language } = useLanguage();
  const id = useId();
  const [page, setPage] = useState('');
  const [data, setData] = useState<Readonly<Record<string, unknown>>>(of.form);
  const [reason, setReason] = useState('');
  const territories = useTerritories();
  const context = useMemo(() => ({ territories }), [territories]);
  const form = useMemo<FormDefinition>(() => ({ ...of.frame }), [of.frame]);
  const changes = changesOf(of.form, data);
  const changed = Object.keys(changes);
  const pages = (of.frame.pages ?? []).flatMap((one) => {
    const fields = changeable(of.form, one.fields);
    return fields.length > 0 ? [{ ...one, fields }] : [];
  });
  const fields = pages.find((one) => one.id === page)?.fields;
  const shown = (pointer: string, value: unknown) =>
    showValue(rowAt(of.frame, pointer, (value ?? null) as Json, language), language);
  return (
    <SideForm
      title={t('correct')}
      needs={[
        { id: `${id}-page`, text: t('changeSomething'), met: changed.length > 0 },
        { id: `${id}-reason`, text: t('writeReason'), met: reason.trim() !== '' },
      ]}
      send={{
        path: caseApi(of.service, of.id, 'correct'),
        body: { changes: Object.fromEntries(changed.map((at) => [at, changes[at]?.to ?? null])), reason },
        ifMatch: etag,
      }}
      confirm={{ title: t('correctSure'), text: t('correctText') }}
      onActed={onActed}
      onDone={() => setReason('')}
    >
      {(mistake) => (
        <>
          <Field id={`${id}-page`} label={t('correctPage')} mistake={mistake(`${id}-page`)}>
            {(described) => (
              <select
                id={`${id}-page`}
                className="k-select"
                value={page}
                aria-describedby={described}
                onChange={(event) => setPage(event.target.value)}
              >
                <option value="">—</option>
                {pages.map((one) => (
                  <option key={one.id} value={one.id}>
                    {textOf(one.title, language)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {fields ? (
            <KladkaForm
              inside
              context={context}
              form={form}
              data={data}
              fields={fields}
              onChange={setData}
              onSubmit={() => undefined}
            />
          ) : null}
          {changed.length > 0 ? (
            <SummaryList
              rows={changed.map((pointer) => ({
                key: pointer,
                term: rowAt(of.frame, pointer, null, language).titles.at(-1) ?? pointer,
                was: shown(pointer, changes[pointer]?.from),
                value: shown(pointer, changes[pointer]?.to),
              }))}
            />
          ) : null}
          <TextField
            id={`${id}-reason`}
            label={t('reason')}
            mistake={mistake(`${id}-reason`)}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </SideForm>
  );
}
