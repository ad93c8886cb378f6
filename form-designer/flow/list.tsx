import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { useDesign } from '../design.tsx';
import { type FlowPlace, type StateNode, waysOf } from './flow-place.ts';
import { stateKeys } from './keys.ts';
import { kindOfState } from './kinds.ts';
import { flowTexts } from './texts.ts';
import { stateTitle, term, wayTitle } from './titles.ts';

/** The flow as a list: the same states and ways, without a mouse. */
export function FlowList({ flow, at = '/flow' }: { flow: FlowPlace; at?: string }) {
  const nodes = flow.states(at);
  return (
    <ol className="d-states">
      {nodes.map((node) => (
        <One key={node.at} flow={flow} node={node} among={nodes} />
      ))}
    </ol>
  );
}

function One({ flow, node, among }: { flow: FlowPlace; node: StateNode; among: readonly StateNode[] }) {
  const t = useTexts(flowTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { place, goTo } = useDesign();
  const ways = waysOf(node);
  const begins = flow.initial(node.flow) === node.name;
  const led =
    begins ||
    among.some((other) => other.name !== node.name && waysOf(other).some((way) => way.to === node.name));
  const name = (to: string) => {
    const found = among.find((other) => other.name === to);
    return found ? stateTitle(found, language) : to;
  };
  const deadline = term(node.state.due, language);
  return (
    <li className={place.chosen === node.at ? 'd-stateline d-stateline--chosen' : 'd-stateline'}>
      <button
        type="button"
        className="d-stateline__name"
        data-state={node.at}
        aria-pressed={place.chosen === node.at}
        onClick={() => goTo({ tab: 'flow', chosen: node.at })}
        onKeyDown={(event) =>
          stateKeys(
            event,
            node.at,
            () => goTo({ tab: 'flow', chosen: node.at }),
            (by) => {
              const all = flow.everyState();
              return all[all.findIndex((one) => one.at === node.at) + by]?.at;
            },
          )
        }
      >
        <span aria-hidden="true">{kindOfState(node.type)?.sign ?? '?'}</span> {stateTitle(node, language)}
      </button>
      <p className="k-soft">
        {read(kindOfState(node.type)?.title) || node.type}
        {deadline ? ` · ${deadline}` : ''}
        {begins ? ` · ${t('begins')}` : ''}
        {led ? '' : ` · ${t('loose')}`}
      </p>
      {ways.length > 0 ? (
        <ul className="d-stateline__ways">
          {ways.map((way) => (
            <li key={`${way.at} ${way.to} ${way.when ?? ''}`}>
              {wayTitle(node, way, language, (kind) => (kind === 'overdue' ? t('overdueWay') : t(kind)))} →{' '}
              {name(way.to)}
            </li>
          ))}
        </ul>
      ) : null}
      {node.inner.map((inner) => (
        <div key={inner.at} className="d-stateline__inner">
          <p className="d-group__title">
            {inner.name === '' ? t('forEach') : t('branch', { name: inner.name })}
          </p>
          <FlowList flow={flow} at={inner.at} />
        </div>
      ))}
    </li>
  );
}
