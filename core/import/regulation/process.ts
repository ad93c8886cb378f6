import { BpmnModdle } from 'bpmn-moddle';
import { NotImported } from '../imported.ts';
import { isLoose, type Loose, listOf, looseIn, looseOf, textOf } from '../json.ts';

/** A way from one element of a process to another. */
export type Way = {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  readonly condition?: string;
};

/** An element of a process, of whatever kind BPMN has. */
export type Element = {
  readonly id: string;
  /** Its kind, without the prefix: `UserTask`, `ExclusiveGateway`. */
  readonly type: string;
  readonly name: string;
  readonly ways: readonly Way[];
  /** What Camunda says of it: `formKey`, `assignee`, `candidateGroups`, `delegateExpression`, `modelerTemplate`, … */
  readonly says: { readonly [attribute: string]: string };
  readonly inputs: { readonly [name: string]: string };
  readonly outputs: readonly string[];
  readonly properties: { readonly [name: string]: string };
  /** Events: what they wait for, and the text of it. */
  readonly event?: { readonly type: string; readonly text: string };
  /** Of an event at the edge of another element. */
  readonly at?: string;
  /** The way that is taken where no condition holds. */
  readonly otherwise?: string;
  readonly script?: string;
  readonly inside?: Process;
};

export type Process = {
  readonly id: string;
  readonly name: string;
  readonly start: string | undefined;
  readonly elements: ReadonlyMap<string, Element>;
};

/** The processes of a BPMN 2.0 document. @throws NotImported */
export async function processesIn(file: string, xml: string): Promise<Process[]> {
  let root: unknown;
  try {
    ({ rootElement: root } = await new BpmnModdle().fromXML(xml));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new NotImported({ uk: `${file}: це не BPMN (${why})`, en: `${file} is no BPMN (${why})` });
  }
  return objects(looseOf(root).rootElements)
    .filter((one) => one.$type === 'bpmn:Process')
    .map(processOf);
}

const objects = (value: unknown): Loose[] => listOf(value).filter(isLoose);
const plainType = (element: Loose): string => String(element.$type ?? '').replace(/^\w+:/, '');

function processOf(given: Loose): Process {
  const elements = objects(given.flowElements)
    .filter(
      (one) =>
        !['SequenceFlow', 'DataStoreReference', 'DataObject', 'DataObjectReference'].includes(plainType(one)),
    )
    .map(elementOf);
  const starts = elements.filter(({ type }) => type === 'StartEvent');
  return {
    id: String(given.id),
    name: textOf(given.name) ?? String(given.id),
    // one that people start, before those that messages start
    start: (starts.find(({ event }) => !event) ?? starts[0])?.id,
    elements: new Map(elements.map((one) => [one.id, one])),
  };
}

function elementOf(given: Loose): Element {
  const attributes = Object.entries(looseOf(given.$attrs)).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name.replace(/^\w+:/, ''), value] as const] : [],
  );
  const extensions = objects(looseOf(given.extensionElements).values);
  const parameters = (kind: string) =>
    extensions
      .filter((one) => plainType(one) === 'inputOutput')
      .flatMap((one) => objects(one.$children).filter((inner) => plainType(inner) === kind));
  const properties = extensions
    .filter((one) => plainType(one) === 'properties')
    .flatMap((one) => objects(one.$children));
  const [event] = objects(given.eventDefinitions);
  const name = textOf(given.name);
  return {
    id: String(given.id),
    type: plainType(given),
    name: name ?? '',
    ways: objects(given.outgoing).flatMap(wayOf),
    says: Object.fromEntries(attributes),
    inputs: Object.fromEntries(
      parameters('inputParameter').map((one) => [String(one.name), parameterText(one)]),
    ),
    outputs: parameters('outputParameter').map((one) => String(one.name)),
    properties: Object.fromEntries(properties.map((one) => [String(one.name), textOf(one.value) ?? ''])),
    ...(event ? { event: eventOf(event) } : {}),
    ...(isLoose(given.attachedToRef) ? { at: String(given.attachedToRef.id) } : {}),
    ...(isLoose(given.default) ? { otherwise: String(given.default.id) } : {}),
    ...(textOf(given.script) === undefined ? {} : { script: textOf(given.script) as string }),
    ...(Array.isArray(given.flowElements) ? { inside: processOf(given) } : {}),
  };
}

function wayOf(flow: Loose): Way[] {
  const to = looseOf(flow.targetRef).id;
  if (typeof to !== 'string') return [];
  const condition = textOf(looseOf(flow.conditionExpression).body);
  return [
    {
      id: String(flow.id),
      name: textOf(flow.name) ?? '',
      to,
      ...(condition === undefined ? {} : { condition }),
    },
  ];
}

/** A parameter as text: what is inside lists and maps one after the other. */
function parameterText(parameter: Loose): string {
  const own = textOf(parameter.$body);
  if (own !== undefined) return own.trim();
  return looseIn(parameter.$children, '')
    .map(([one]) => parameterText(one))
    .join('; ');
}

function eventOf(event: Loose): { type: string; text: string } {
  const { timeDuration, timeDate, timeCycle, messageRef } = event;
  const time = [timeDuration, timeDate, timeCycle]
    .map((one) => textOf(looseOf(one).body))
    .find((one) => one !== undefined);
  return { type: plainType(event), text: time ?? textOf(looseOf(messageRef).name) ?? '' };
}
