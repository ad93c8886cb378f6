import { under } from '#core/form/pointer.ts';
import { type Localised, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import type { FlowPlace } from '../flow/flow-place.ts';
import { useFlowPaths } from '../flow/paths.ts';
import { AddNamed } from '../parts/add-named.tsx';
import { Pick, Tick } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { useLanguages } from '../parts/languages.ts';
import { peopleTexts } from './texts.ts';

const who = ['person', 'business'] as const;
const through = ['self', 'parent', 'guardian', 'attorney', 'director'] as const;
const assurances = ['low', 'substantial', 'high'] as const;

/** Everyone who acts for themselves. */
export function Parties({ flow }: { flow: FlowPlace }) {
  const t = useTexts(peopleTexts);
  const read = useLocalised();
  const languages = useLanguages();
  const { definition, edit } = useDesign();
  const parties = objectOf(objectOf(definition).parties);
  return (
    <section>
      <h2 className="k-h2">{t('parties')}</h2>
      <p className="k-hint">{t('partiesHint')}</p>
      {Object.entries(parties).map(([name, party]) => {
        const title =
          read(objectOf(objectOf(party).title) as Localised) ||
          (name === 'applicant' ? t('applicant') : name);
        return (
          <details key={name} className="d-entry">
            <summary>{title}</summary>
            <Party flow={flow} name={name} />
            {name === 'applicant' ? null : (
              <Button kind="secondary" onClick={() => edit([{ do: 'take', at: under('/parties', name) }])}>
                {t('removeOf', { what: title })}
              </Button>
            )}
          </details>
        );
      })}
      <AddNamed
        label={t('newParty')}
        button={t('addParty')}
        taken={flow.names}
        add={(name, title) =>
          edit([
            {
              do: 'put',
              at: under('/parties', name),
              value: {
                title: Object.fromEntries(languages.map((language) => [language, title])),
                identify: { rnokpp: 'form.rnokpp' },
                sees: ['form'],
              },
            },
          ])
        }
      />
    </section>
  );
}

function Party({ flow, name }: { flow: FlowPlace; name: string }) {
  const t = useTexts(peopleTexts);
  const at = under('/parties', name);
  const party = objectOf(flow.value(at));
  return (
    <>
      <LanguageTexts label={t('title')} at={`${at}/title`} required={name !== 'applicant'} />
      {name === 'applicant' ? (
        <>
          <Several at={`${at}/who`} label={t('who')} options={who} list={listOf(party.who)} />
          <Several at={`${at}/through`} label={t('through')} options={through} list={listOf(party.through)} />
          <Assurance at={`${at}/assurance`} />
        </>
      ) : (
        <>
          <fieldset className="d-group">
            <legend>{t('identify')}</legend>
            {(['rnokpp', 'unzr', 'edrpou', 'email'] as const).map((key) => (
              <Expression key={key} flow={flow} at={`${at}/identify/${key}`} label={t(key)} />
            ))}
          </fieldset>
          <Expression flow={flow} at={`${at}/each`} label={t('each')} />
          <Expression flow={flow} at={`${at}/contact/name`} label={t('contactName')} />
        </>
      )}
      <Expression flow={flow} at={`${at}/contact/email`} label={t('contactEmail')} />
    </>
  );
}

function Several<T extends (typeof who)[number] | (typeof through)[number]>({
  at,
  label,
  options,
  list,
}: {
  at: string;
  label: string;
  options: readonly T[];
  list: readonly unknown[];
}) {
  const t = useTexts(peopleTexts);
  const { edit } = useDesign();
  return (
    <fieldset className="d-group d-ticks">
      <legend>{label}</legend>
      {options.map((one) => (
        <Tick
          key={one}
          label={t(one)}
          checked={list.includes(one)}
          onChange={(on) => {
            const next = options.filter((other) => (other === one ? on : list.includes(other)));
            if (next.length > 0) edit([{ do: 'put', at, value: next }]);
          }}
        />
      ))}
    </fieldset>
  );
}

function Assurance({ at }: { at: string }) {
  const t = useTexts(peopleTexts);
  const [value, put] = useValue(at);
  return (
    <Pick
      tight
      label={t('assurance')}
      value={typeof value === 'string' ? value : ''}
      options={assurances.map((one) => [one, t(one)])}
      onChange={put}
    />
  );
}

/** An expression that may be absent: emptied, it goes, and an object that it leaves empty with it. */
function Expression({ flow, at, label }: { flow: FlowPlace; at: string; label: string }) {
  const { edit } = useDesign();
  const paths = useFlowPaths(flow);
  const value = flow.value(at);
  const above = at.slice(0, at.lastIndexOf('/'));
  return (
    <FeelField
      label={label}
      value={typeof value === 'string' ? value : ''}
      at={at}
      paths={paths}
      onChange={(next) => {
        if (next !== '') edit([{ do: 'put', at, value: next }], { together: at });
        else if (value !== undefined) {
          const alone =
            /\/(contact|identify)$/.test(above) && Object.keys(objectOf(flow.value(above))).length === 1;
          edit([{ do: 'take', at: alone ? above : at }]);
        }
      }}
    />
  );
}
