import { under } from '#core/form/pointer.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { type Json, listOf, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { AddNamed } from '../parts/add-named.tsx';
import { Field } from '../parts/fields.tsx';
import { peopleTexts } from './texts.ts';

/** A value as it is typed: a number where it is one. */
const typed = (text: string): Json => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text);

/** What law changes: amounts and limits, each value with the day from which it holds. */
export function Parameters() {
  const t = useTexts(peopleTexts);
  const { definition, edit } = useDesign();
  const parameters = objectOf(objectOf(definition).parameters);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section>
      <h2 className="k-h2">{t('parameters')}</h2>
      <p className="k-hint">{t('parametersHint')}</p>
      {Object.entries(parameters).map(([name, values]) => {
        const at = under('/parameters', name);
        const list = listOf(values);
        const put = (n: number, key: string, value: Json) =>
          edit([{ do: 'put', at: `${at}/${n}/${key}`, value }], { together: `${at}/${n}/${key}` });
        return (
          <details key={name} className="d-entry">
            <summary>{name}</summary>
            {list.map((entry, n) => {
              const { from, value, act } = objectOf(entry);
              const plain = typeof value !== 'object';
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: values have no name but their place
                <div key={n} className="d-pair">
                  <Field
                    tight
                    type="date"
                    label={t('from')}
                    value={String(from ?? '')}
                    onChange={(day) => put(n, 'from', day)}
                  />
                  {plain ? (
                    <Field
                      tight
                      label={t('value')}
                      value={String(value ?? '')}
                      onChange={(text) => put(n, 'value', typed(text))}
                    />
                  ) : (
                    <p>
                      <code>{JSON.stringify(value)}</code>
                    </p>
                  )}
                  <Field
                    tight
                    label={t('act')}
                    value={String(act ?? '')}
                    onChange={(text) => put(n, 'act', text)}
                  />
                </div>
              );
            })}
            <div className="d-acts">
              <Button
                kind="secondary"
                onClick={() =>
                  edit([
                    {
                      do: 'insert',
                      at: `${at}/${list.length}`,
                      value: { from: today, value: objectOf(list.at(-1)).value ?? 0 },
                    },
                  ])
                }
              >
                {t('addValue')}
              </Button>
              <Button kind="secondary" onClick={() => edit([{ do: 'take', at }])}>
                {t('removeOf', { what: name })}
              </Button>
            </div>
          </details>
        );
      })}
      <AddNamed
        label={t('parameterName')}
        button={t('addParameter')}
        taken={new Set(Object.keys(parameters))}
        add={(name) =>
          edit([{ do: 'put', at: under('/parameters', name), value: [{ from: today, value: 0 }] }])
        }
      />
    </section>
  );
}
