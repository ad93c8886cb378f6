import { under } from '#core/form/pointer.ts';
import { type Localised, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import type { FlowPlace } from '../flow/flow-place.ts';
import { stateTitle } from '../flow/titles.ts';
import { FormPlace } from '../form/place.ts';
import { titleOf } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { peopleTexts } from './texts.ts';

/** Whether a path is seen by another that stands above it. */
const above = (sees: readonly unknown[], path: string): string | undefined =>
  sees.find((one): one is string => typeof one === 'string' && one !== path && path.startsWith(`${one}.`));

/** A table of who sees what: rows are data, columns are roles and parties. */
export function Sees({ flow }: { flow: FlowPlace }) {
  const t = useTexts(peopleTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { definition, edit } = useDesign();
  const { library } = useLibrary();
  const whole = objectOf(definition);
  const form = new FormPlace(definition, '/form', library.parts);
  const people = [
    ...Object.entries(objectOf(whole.roles)).map(([name, role]) => ({
      at: under('/roles', name),
      name,
      value: role,
    })),
    ...Object.entries(objectOf(whole.parties))
      .filter(([name]) => name !== 'applicant')
      .map(([name, party]) => ({ at: under('/parties', name), name, value: party })),
  ];
  const fields = form.fields.flatMap((field): [string, string][] => [
    [`form.${field.name}`, titleOf(form, field, library.parts, language)],
    // what of a section or a person is shown to some only
    ...field.inner
      .filter(() => field.schema.type !== 'array')
      .filter((inner) =>
        people.some(({ value }) => listOf(objectOf(value).sees).includes(`form.${field.name}.${inner.name}`)),
      )
      .map((inner): [string, string] => [
        `form.${field.name}.${inner.name}`,
        `${titleOf(form, field, library.parts, language)}: ${titleOf(form, inner, library.parts, language)}`,
      ]),
  ]);
  const states = flow
    .everyState()
    .flatMap((node): [string, string][] =>
      typeof node.state.as === 'string' && node.type !== 'each'
        ? [[node.state.as, t('answerOf', { name: stateTitle(node, language) })]]
        : node.type === 'task' || node.type === 'party' || node.type === 'parallel' || node.type === 'each'
          ? [[node.name, t('decisionOf', { name: stateTitle(node, language) })]]
          : [],
    );
  const rows: [string, string][] = [['form', t('wholeForm')], ...fields, ...states];
  const known = new Set(rows.map(([path]) => path));
  // what is written in JSON and has no row of its own is shown too
  for (const { value } of people)
    for (const path of listOf(objectOf(value).sees))
      if (typeof path === 'string' && !known.has(path)) {
        known.add(path);
        rows.push([path, path]);
      }

  return (
    <section>
      <h2 className="k-h2">{t('sees')}</h2>
      <p className="k-hint">{t('seesHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="d-scroll" tabIndex={0} aria-label={t('sees')}>
        <table className="d-table">
          <thead>
            <tr>
              <th scope="col">{t('data')}</th>
              {people.map(({ at, name, value }) => (
                <th key={at} scope="col">
                  {read(objectOf(objectOf(value).title) as Localised) || name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([path, title]) => (
              <tr key={path}>
                <th scope="row">{title}</th>
                {people.map(({ at, name, value }) => {
                  const sees = listOf(objectOf(value).sees);
                  const by = above(sees, path);
                  const label = t('seesCell', {
                    who: read(objectOf(objectOf(value).title) as Localised) || name,
                    what: title,
                  });
                  return (
                    <td key={at}>
                      {by ? (
                        <span title={t('byOther', { path: by })}>
                          ✓<span className="k-hidden">{`${label} (${t('byOther', { path: by })})`}</span>
                        </span>
                      ) : (
                        <input
                          type="checkbox"
                          className="d-check"
                          aria-label={label}
                          checked={sees.includes(path)}
                          onChange={(event) =>
                            edit([
                              {
                                do: 'put',
                                at: `${at}/sees`,
                                value: event.target.checked
                                  ? [...sees, path]
                                  : sees.filter((one) => one !== path),
                              },
                            ])
                          }
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
