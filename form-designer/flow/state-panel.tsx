import { useState } from 'react';
import { titleOf } from '#core/case/titles.ts';
import type { State } from '#core/definition/types.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { unedited } from '../described/control.ts';
import { Controls, Rest } from '../described/controls.tsx';
import { useDesign, useValue } from '../design.tsx';
import { Field, Tick } from '../parts/fields.tsx';
import { focusInstead } from '../parts/focus.ts';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { ProblemsOf } from '../problems/here.tsx';
import { drawn, stateDetails } from './details.ts';
import { removeState, renameState } from './edit-states.ts';
import type { FlowPlace, StateNode } from './flow-place.ts';
import { STATE_TITLE } from './keys.ts';
import { kindOfState } from './kinds.ts';
import { OwnForm } from './own-form.tsx';
import { StateProperty } from './state-property.tsx';
import { flowTexts } from './texts.ts';
import { stateTitle } from './titles.ts';

/** What can be set of the chosen state. */
export function StatePanel({ flow, node }: { flow: FlowPlace; node: StateNode | undefined }) {
  const t = useTexts(flowTexts);
  return (
    <section className="d-panel" aria-labelledby={STATE_TITLE}>
      <h2 id={STATE_TITLE} className="d-panel__title" tabIndex={-1}>
        {t('properties')}
      </h2>
      {node ? <Properties key={node.at} flow={flow} node={node} /> : <p className="k-soft">{t('nothing')}</p>}
    </section>
  );
}

function Properties({ flow, node }: { flow: FlowPlace; node: StateNode }) {
  const t = useTexts(flowTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { open, edit, goTo, announce } = useDesign();
  const [shown, setShown] = useValue(`${node.at}/shown`);
  const kind = kindOfState(node.type);
  const { title: _, ...plain } = node.state;
  const byDefault = read(titleOf(plain as unknown as State, node.name) as Record<string, string>);
  if (!kind) return <p>{t('unknown', { type: node.type })}</p>;
  return (
    <fieldset disabled={!open}>
      <legend className="k-soft">{read(kind.title)}</legend>
      <ProblemsOf tab="flow" chosen={node.at} />
      <LanguageTexts
        label={t('title')}
        hint={t('titleHint', { default: byDefault })}
        at={`${node.at}/title`}
      />
      {kind.properties.map((property) => (
        <StateProperty key={property} flow={flow} node={node} property={property} />
      ))}
      <Details node={node} />
      <Tick
        label={t('shown')}
        checked={shown !== false}
        onChange={(on) => setShown(on ? undefined : false)}
      />
      <StateName flow={flow} node={node} />
      {node.type === 'task' || node.type === 'party' ? <OwnForm node={node} /> : null}
      <div className="d-acts">
        {flow.initial(node.flow) === node.name ? null : (
          <Button
            kind="secondary"
            onClick={() => edit([{ do: 'put', at: `${node.flow}/initial`, value: node.name }])}
          >
            {t('beginHere')}
          </Button>
        )}
        <Button
          kind="secondary"
          disabled={flow.states(node.flow).length < 2}
          onClick={() => {
            focusInstead('data-state', node.at);
            edit(removeState(flow, node));
            goTo({ tab: 'flow' });
            announce(t('removed', { state: stateTitle(node, language) }));
          }}
        >
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Properties that are their own and not always there: open where it is of no use without them, or one is set. */
function Details({ node }: { node: StateNode }) {
  const t = useTexts(flowTexts);
  const controls = stateDetails[node.type] ?? [];
  const known = [...(kindOfState(node.type)?.properties ?? []), ...drawn];
  const set = controls.some(({ name }) => node.state[name] !== undefined);
  if (controls.length === 0) return null;
  return (
    <details className="d-group" open={set || undefined}>
      <summary>{t('more')}</summary>
      <Controls at={node.at} controls={controls} />
      <Rest value={unedited(node.state, controls, known)} />
    </details>
  );
}

function StateName({ flow, node }: { flow: FlowPlace; node: StateNode }) {
  const t = useTexts(flowTexts);
  const { edit, goTo } = useDesign();
  const [typed, setTyped] = useState<string>();
  const name = typed ?? node.name;
  const mistake = !/^[a-z][A-Za-z0-9]*$/.test(name)
    ? t('nameBad')
    : name !== node.name && flow.names.has(name)
      ? t('nameTaken')
      : undefined;
  return (
    <Field
      tight
      label={t('name')}
      value={name}
      mistake={mistake}
      onChange={setTyped}
      onBlur={() => {
        if (mistake || name === node.name) return;
        edit(renameState(flow, node, name));
        goTo({ tab: 'flow', chosen: `${node.flow}/states/${name}` });
      }}
    />
  );
}
