import { useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { DurationField } from '../parts/duration-field.tsx';
import { Field, Pick } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { useReleased, useTitled } from '../parts/titled.ts';
import { Actions } from './actions.tsx';
import { Chosen } from './chosen.tsx';
import type { FlowPlace, StateNode } from './flow-place.ts';
import { InputMap } from './input-map.tsx';
import { JoinGroup } from './join.tsx';
import type { Property } from './kinds.ts';
import { OverdueGroup } from './overdue.tsx';
import { useFlowPaths } from './paths.ts';
import { TargetField } from './target-field.tsx';
import { flowTexts } from './texts.ts';

interface PropertyProps {
  readonly flow: FlowPlace;
  readonly node: StateNode;
  readonly property: Property;
}

/** The control of one property of a state. */
export function StateProperty(props: PropertyProps) {
  const { flow, node, property } = props;
  const t = useTexts(flowTexts);
  const at = `${node.at}/${property}`;
  switch (property) {
    case 'next':
    case 'failed':
    case 'otherwise':
    case 'declined':
    case 'none':
    case 'tooFew':
      return <TargetField flow={flow} node={node} label={t(property)} at={at} />;
    case 'say':
      return <LanguageTexts label={t(node.type === 'end' ? 'sayEnd' : 'say')} at={at} rows={2} />;
    case 'purpose':
      return <LanguageTexts label={t('purpose')} at={at} required />;
    case 'due':
    case 'for':
      return <DurationField label={t(property)} at={at} />;
    case 'overdue':
      return <OverdueGroup flow={flow} node={node} />;
    case 'actions':
      return <Actions flow={flow} node={node} />;
    case 'join':
      return <JoinGroup flow={flow} node={node} />;
    case 'input':
      return <InputMap flow={flow} at={at} />;
    case 'notify':
    case 'pages':
      return <Chosen node={node} property={property} />;
    case 'of':
    case 'key':
    case 'until':
    case 'amount':
    case 'where':
    case 'closes':
      return <Expression flow={flow} at={at} label={t(property)} />;
    case 'as':
      return <Plain at={at} label={t('as')} />;
    case 'outcome':
      return <OutcomeGroup node={node} />;
    default:
      return <Reference {...props} property={property} />;
  }
}

function Expression({ flow, at, label }: { flow: FlowPlace; at: string; label: string }) {
  const [value, put] = useValue(at);
  const paths = useFlowPaths(flow);
  return (
    <FeelField
      label={label}
      value={typeof value === 'string' ? value : ''}
      at={at}
      paths={paths}
      onChange={(next) => put(next === '' ? undefined : next)}
    />
  );
}

function Plain({ at, label }: { at: string; label: string }) {
  const [value, put] = useValue(at);
  return <Field tight label={label} value={typeof value === 'string' ? value : ''} onChange={put} />;
}

const kinds = ['granted', 'partly', 'refused', 'left', 'withdrawn', 'cancelled'] as const;

/** How a case ends: the outcome's name, and its kind by which it is kept. */
function OutcomeGroup({ node }: { node: StateNode }) {
  const t = useTexts(flowTexts);
  const [kind, setKind] = useValue(`${node.at}/kind`);
  const inner = node.flow !== '/flow';
  return (
    <>
      <Plain at={`${node.at}/outcome`} label={t('outcome')} />
      {inner && kind === undefined ? null : (
        <Pick
          tight
          label={t('kind')}
          value={typeof kind === 'string' ? kind : ''}
          options={kinds.map((one) => [one, t(one)])}
          onChange={setKind}
        />
      )}
    </>
  );
}

/** A choice among what the definition, or what is released, has. */
function Reference({ node, property }: Omit<PropertyProps, 'flow'>) {
  const t = useTexts(flowTexts);
  const deep = property === 'by';
  const [value, put] = useValue(`${node.at}/${property}`);
  const titled = useTitled();
  const released = useReleased();
  const options: Partial<Record<Property, readonly [string, string][]>> = {
    role: titled('roles'),
    party: titled('parties'),
    by: [
      ...titled('parties').map(([name, title]): [string, string] => [`party ${name}`, title]),
      ...titled('roles').map(([name, title]): [string, string] => [`role ${name}`, title]),
    ],
    document: titled('documents'),
    what: [['application', t('application')], ...titled('documents')],
    connector: released('connectors'),
    registry: released('registries'),
    service: released('services'),
    await: [
      ['all', t('awaitAll')],
      ['any', t('awaitAny')],
      ['none', t('awaitNone')],
    ],
  };
  const by = objectOf(value);
  const shown = deep
    ? typeof by.party === 'string'
      ? `party ${by.party}`
      : `role ${String(by.role ?? '')}`
    : String(value ?? '');
  return (
    <Pick
      tight
      label={t(property)}
      value={shown}
      none={shown === '' ? t('choose') : undefined}
      options={options[property] ?? []}
      onChange={(next) => {
        const [kind = '', name = ''] = next.split(' ');
        put(deep ? { [kind]: name } : next);
      }}
    />
  );
}
