import { useId, useMemo, useState } from 'react';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { type JsonObject, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { deciding } from '../home/beginning.ts';
import { useLibrary } from '../library.tsx';
import { Choice, Pick } from '../parts/fields.tsx';
import { escapesTo } from '../parts/focus.ts';
import { FlowCanvas } from './canvas.tsx';
import { addAfter, addLoose } from './edit-states.ts';
import { FlowPlace, type StateNode } from './flow-place.ts';
import { kindOfState, stateKinds } from './kinds.ts';
import { FlowList } from './list.tsx';
import {
  addApproval,
  askAgency,
  askRegistry,
  clerkFills,
  hearBeforeRefusal,
  issueDocument,
  type Move,
  partySigns,
  refuseWithGrounds,
  renewal,
  returnForCorrection,
  twoMustAgree,
} from './moves.ts';
import { StatePanel } from './state-panel.tsx';
import { flowTexts } from './texts.ts';
import { stateTitle } from './titles.ts';

/** The flow: as a drawing or as a list, with common moves and the properties of the chosen state. */
export function FlowTab() {
  const t = useTexts(flowTexts);
  const { definition, place, open } = useDesign();
  const flow = useMemo(() => new FlowPlace(definition), [definition]);
  const [list, setList] = useState(() => window.innerWidth < 700);
  const group = useId();
  const chosen = place.chosen === undefined ? undefined : flow.state(place.chosen);
  const walked = useMemo(() => new Set(place.walked), [place.walked]);
  return (
    <div className="d-flowtab">
      <div className="d-flowtab__main">
        <fieldset className="d-widths">
          <legend className="k-hidden">{t('view')}</legend>
          <Choice group={group} label={t('canvas')} checked={!list} onChange={() => setList(false)} />
          <Choice group={group} label={t('list')} checked={list} onChange={() => setList(true)} />
        </fieldset>
        {list ? <FlowList flow={flow} /> : <FlowCanvas flow={flow} walked={walked} />}
        <p className="k-soft d-keys">{t('keys')}</p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from whatever is inside */}
      <div className="d-side" onKeyDown={escapesTo('data-state', place.chosen)}>
        {open ? <Adding flow={flow} chosen={chosen} /> : null}
        <StatePanel flow={flow} node={chosen} />
      </div>
    </div>
  );
}

const moves = {
  addApproval,
  returnForCorrection,
  refuseWithGrounds,
  hearBeforeRefusal,
  twoMustAgree,
  partySigns,
  issueDocument,
  clerkFills,
  renewal,
} satisfies Record<string, Move>;

/** What can be added behind the chosen state: common moves in one step, and a state of any kind. */
function Adding({ flow, chosen }: { flow: FlowPlace; chosen: StateNode | undefined }) {
  const t = useTexts(flowTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { edit, goTo, announce } = useDesign();
  const { library } = useLibrary();
  const [kind, setKind] = useState('task');
  const node = chosen ?? flow.states('/flow').find(({ name }) => name === flow.initial('/flow'));
  if (!node) return null;

  function make(move: Move, words: string): void {
    const moved = node ? move(flow, node) : null;
    if (!moved) return;
    edit(moved.operations);
    goTo({ tab: 'flow', chosen: moved.at });
    announce(t('done', { move: words }));
  }
  const asked = Object.values(library.connectors).filter(({ kind: one }) =>
    ['registry', 'rest', 'xroad'].includes(String(one)),
  );
  // an officer of another agency who works on tasks can be asked for an opinion
  const opinions = Object.values(library.agencies).flatMap((agency) => {
    const [name] = deciding(agency);
    const title = name === undefined ? undefined : agency.roles[name]?.title;
    if (name === undefined || !title || agency.id === objectOf(flow.definition).agency) return [];
    const move = askAgency(agency, { name, title: { ...title } as JsonObject });
    if (move(flow, node) === null) return [];
    return [{ agency: agency.id, title: t('askAgency', { agency: read(agency.title) }), move }];
  });
  const inputOf = (connector: (typeof asked)[number]): JsonObject =>
    Object.fromEntries(
      Object.keys(objectOf(objectOf((connector as unknown as JsonObject).input).properties)).map((name) => [
        name,
        'case.reference',
      ]),
    );

  function add(): void {
    const found = kindOfState(kind);
    if (!found || !node) return;
    const added =
      found.type === 'end'
        ? addLoose(flow, node.flow, found.name, found.make(flow, ''))
        : addAfter(flow, node, found.name, (next) => found.make(flow, next));
    edit(added.operations);
    goTo({ tab: 'flow', chosen: added.at });
    announce(t('done', { move: read(found.title) }));
  }

  return (
    <section className="d-panel d-adding">
      <h2 className="d-panel__title">{t('addAfter', { state: stateTitle(node, language) })}</h2>
      <details open>
        <summary>{t('moves')}</summary>
        <ul className="d-moves">
          {(Object.keys(moves) as (keyof typeof moves)[])
            .filter((name) => moves[name](flow, node) !== null)
            .map((name) => (
              <li key={name}>
                <button type="button" className="d-kind" onClick={() => make(moves[name], t(name))}>
                  {t(name)}
                </button>
              </li>
            ))}
          {opinions.map(({ agency, title, move }) => (
            <li key={agency}>
              <button type="button" className="d-kind" onClick={() => make(move, title)}>
                {title}
              </button>
            </li>
          ))}
          {asked.map((connector) => (
            <li key={connector.id}>
              <button
                type="button"
                className="d-kind"
                onClick={() =>
                  make(
                    askRegistry(connector.id, inputOf(connector)),
                    t('askRegistry', { connector: read(connector.title) }),
                  )
                }
              >
                {t('askRegistry', { connector: read(connector.title) })}
              </button>
            </li>
          ))}
        </ul>
      </details>
      <div className="d-addkind">
        <Pick
          tight
          label={t('addKind')}
          value={kind}
          options={stateKinds.map((one) => [one.type, read(one.title)])}
          onChange={setKind}
        />
        <Button kind="secondary" onClick={add}>
          {t('addGo')}
        </Button>
      </div>
    </section>
  );
}
