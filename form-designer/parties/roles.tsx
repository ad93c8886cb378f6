import { useState } from 'react';
import { under } from '#core/form/pointer.ts';
import { type Localised, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import type { FlowPlace } from '../flow/flow-place.ts';
import { useFlowPaths } from '../flow/paths.ts';
import { useLibrary } from '../library.tsx';
import { Pick } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { peopleTexts } from './texts.ts';

/** The roles of officers that act in the service. */
export function Roles({ flow }: { flow: FlowPlace }) {
  const t = useTexts(peopleTexts);
  const read = useLocalised();
  const { definition, edit } = useDesign();
  const roles = objectOf(objectOf(definition).roles);
  return (
    <section>
      <h2 className="k-h2">{t('roles')}</h2>
      <p className="k-hint">{t('rolesHint')}</p>
      {Object.entries(roles).map(([name, role]) => {
        const title = read(objectOf(objectOf(role).title) as Localised) || name;
        return (
          <details key={name} className="d-entry">
            <summary>{title}</summary>
            <Role flow={flow} name={name} />
            <Button kind="secondary" onClick={() => edit([{ do: 'take', at: under('/roles', name) }])}>
              {t('removeOf', { what: title })}
            </Button>
          </details>
        );
      })}
      <AddRole flow={flow} />
    </section>
  );
}

/** The agency whose roles and offices are meant: its own, else that of the service. */
function useAgencyOf(role: unknown) {
  const { definition } = useDesign();
  const { library } = useLibrary();
  const named = objectOf(role).agency ?? objectOf(definition).agency;
  return library.agencies[String(named)];
}

function Role({ flow, name }: { flow: FlowPlace; name: string }) {
  const t = useTexts(peopleTexts);
  const read = useLocalised();
  const { library } = useLibrary();
  const at = under('/roles', name);
  const agency = useAgencyOf(flow.value(at));
  const paths = useFlowPaths(flow);
  const [own, setOwn] = useValue(`${at}/agency`);
  const [office, setOffice] = useValue(`${at}/office`);
  const [otherwise, setOtherwise] = useValue(`${at}/ifNoOffice`);
  const offices = (agency?.offices ?? []).map(({ id, title }): [string, string] => [
    id,
    read(title as Localised) || id,
  ]);
  return (
    <>
      <LanguageTexts label={t('title')} at={`${at}/title`} required />
      <Pick
        tight
        label={t('agency')}
        value={typeof own === 'string' ? own : ''}
        none={t('ownAgency')}
        options={Object.values(library.agencies).map((one) => [
          one.id,
          read(one.title as Localised) || one.id,
        ])}
        onChange={(value) => setOwn(value === '' ? undefined : value)}
      />
      <FeelField
        label={t('office')}
        hint={t('officeHint')}
        value={typeof office === 'string' ? office : ''}
        at={`${at}/office`}
        paths={[...offices.map(([id, title]): [string, string] => [`"${id}"`, title]), ...paths]}
        onChange={(value) => setOffice(value === '' ? undefined : value)}
      />
      <Pick
        tight
        label={t('ifNoOffice')}
        value={typeof otherwise === 'string' ? otherwise : ''}
        none={t('choose')}
        options={offices}
        onChange={(value) => setOtherwise(value === '' ? undefined : value)}
      />
    </>
  );
}

function AddRole({ flow }: { flow: FlowPlace }) {
  const t = useTexts(peopleTexts);
  const read = useLocalised();
  const { edit } = useDesign();
  const agency = useAgencyOf(undefined);
  const [chosen, setChosen] = useState('');
  const free = Object.entries(agency?.roles ?? {}).filter(([name]) => !flow.names.has(name));
  return (
    <div className="d-addkind">
      <Pick
        tight
        label={t('whichRole')}
        value={chosen}
        none={t('choose')}
        options={free.map(([name, role]) => [name, read(role.title as Localised) || name])}
        onChange={setChosen}
      />
      <Button
        kind="secondary"
        disabled={chosen === ''}
        onClick={() => {
          const title = agency?.roles[chosen]?.title ?? { uk: chosen };
          edit([
            {
              do: 'put',
              at: under('/roles', chosen),
              value: { title: { ...title } as never, office: `"${agency?.fallback ?? ''}"`, sees: ['form'] },
            },
          ]);
          setChosen('');
        }}
      >
        {t('addRole')}
      </Button>
    </div>
  );
}
