import { under } from '#core/form/pointer.ts';
import { type Localised, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { Controls } from '../described/controls.tsx';
import { useDesign } from '../design.tsx';
import { Tick } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { actionDetails } from './details.ts';
import type { FlowPlace, StateNode } from './flow-place.ts';
import { TargetField } from './target-field.tsx';
import { flowTexts } from './texts.ts';
import { buttonTitle } from './titles.ts';

/** What a person may do in a state: each with its button, where it leads, what must be given for it. */
export function Actions({ flow, node }: { flow: FlowPlace; node: StateNode }) {
  const t = useTexts(flowTexts);
  const { language } = useLanguage();
  const { edit } = useDesign();
  const actions = objectOf(node.state.actions);
  const at = `${node.at}/actions`;
  const others = flow.states(node.flow).filter(({ name }) => name !== node.name);

  function add(): void {
    let name = 'action';
    for (let n = 2; actions[name] !== undefined; n += 1) name = `action${n}`;
    edit([
      {
        do: 'put',
        at: under(at, name),
        value: { title: { uk: 'Нова дія', en: 'New action' }, to: others[0]?.name ?? node.name },
      },
    ]);
  }

  return (
    <fieldset className="d-group">
      <legend>{t('actions')}</legend>
      {Object.entries(actions).map(([name, value]) => (
        <details key={name} className="d-action">
          <summary>{buttonTitle(objectOf(value), name, language)}</summary>
          <Action flow={flow} node={node} name={name} />
        </details>
      ))}
      <Button kind="plain" onClick={add}>
        {t('actionAdd')}
      </Button>
    </fieldset>
  );
}

function Action({ flow, node, name }: { flow: FlowPlace; node: StateNode; name: string }) {
  const t = useTexts(flowTexts);
  const read = useLocalised();
  const { definition, edit } = useDesign();
  const at = under(`${node.at}/actions`, name);
  const action = objectOf(objectOf(node.state.actions)[name]);
  const grounds = Object.entries(objectOf(objectOf(definition).grounds));
  const chosen = listOf(action.grounds);
  const flag = (property: 'reason' | 'marks' | 'explain', label: string) => (
    <Tick
      label={label}
      checked={action[property] === true}
      onChange={(on) =>
        edit([
          on ? { do: 'put', at: `${at}/${property}`, value: true } : { do: 'take', at: `${at}/${property}` },
        ])
      }
    />
  );
  return (
    <div>
      <LanguageTexts label={t('actionTitle')} at={`${at}/title`} />
      <LanguageTexts label={t('actionDone')} at={`${at}/done`} />
      <TargetField flow={flow} node={node} label={t('actionTo')} at={`${at}/to`} />
      {flag('reason', t('actionReason'))}
      {node.type === 'task' ? flag('marks', t('actionMarks')) : null}
      {node.type === 'task' && grounds.length > 0 ? (
        <fieldset className="d-group">
          <legend>{t('actionGrounds')}</legend>
          {grounds.map(([ground, value]) => (
            <Tick
              key={ground}
              label={read(objectOf(objectOf(value).title) as Localised) || ground}
              checked={chosen.includes(ground)}
              onChange={(on) => {
                const next = grounds
                  .map(([one]) => one)
                  .filter((one) => (one === ground ? on : chosen.includes(one)));
                if (next.length > 0) edit([{ do: 'put', at: `${at}/grounds`, value: next }]);
                else if (action.grounds !== undefined) edit([{ do: 'take', at: `${at}/grounds` }]);
              }}
            />
          ))}
          {chosen.length > 0 ? flag('explain', t('actionExplain')) : null}
        </fieldset>
      ) : null}
      <Controls at={at} controls={actionDetails} />
      {Object.keys(objectOf(node.state.actions)).length > 1 ? (
        <Button kind="plain" onClick={() => edit([{ do: 'take', at }])}>
          {t('actionRemove', { name: `«${name}»` })}
        </Button>
      ) : null}
    </div>
  );
}
