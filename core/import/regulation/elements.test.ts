// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of the process

import { describe, expect, it } from 'vitest';
import { importAll, sourceOf } from '../import.ts';

type Rest = { attributes?: string; inner?: string };
/** An element with the flows that leave it: `to`, or `[to, condition]`. */
const node = (
  kind: string,
  id: string,
  to: (string | [string, string])[],
  { attributes = '', inner = '' }: Rest = {},
) => {
  const ways = to.map((one, n) => ({ id: `${id}-${n + 1}`, way: typeof one === 'string' ? [one, ''] : one }));
  const flows = ways.map(
    ({ id: flow, way: [target, condition] }) =>
      `<bpmn:sequenceFlow id="${flow}" sourceRef="${id}" targetRef="${target}">${condition ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>` : ''}</bpmn:sequenceFlow>`,
  );
  const name = attributes.includes('name=') ? '' : `name="${id}"`;
  return `<bpmn:${kind} id="${id}" ${name} ${attributes}>${inner}${ways.map((way) => `<bpmn:outgoing>${way.id}</bpmn:outgoing>`).join('')}</bpmn:${kind}>${flows.join('')}`;
};
const person = (id: string, to: (string | [string, string])[], more: Rest = {}) =>
  node('userTask', id, to, { ...more, attributes: `camunda:formKey="${id}-form" ${more.attributes ?? ''}` });
const end = (id: string) => node('endEvent', id, []);
const timer = (length: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${length}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const delegate = (id: string, name: string, to: string[], more: Rest = {}) =>
  node('serviceTask', id, to, { ...more, attributes: `camunda:delegateExpression="\${${name}}"` });

const form = (path: string) =>
  JSON.stringify({ path, title: path, components: [{ type: 'checkbox', key: 'agreed', label: 'Згода' }] });

async function imported(...body: string[]) {
  const process = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D">
  <bpmn:process id="p" name="P" isExecutable="true">${node('startEvent', 'begin', ['enter'])}${body.join('')}</bpmn:process>
</bpmn:definitions>`;
  const { made } = await importAll(
    [sourceOf('p.bpmn', process), sourceOf('enter.json', form('enter-form'))],
    { languages: ['uk', 'en'] },
    { known: [], role: 'clerk' },
  );
  const [only] = made;
  const flow = only?.parts.flow;
  if (!only || !flow) throw new Error('no flow was made');
  const told = (source: string) =>
    only.report.filter((item) => item.source === source).map(({ verdict }) => verdict);
  return {
    flow,
    states: flow.states as { [name: string]: unknown },
    told,
    connectors: only.connectors ?? [],
  };
}
const enter = (to: string) => person('enter', [to]);

describe('what a person does', () => {
  it('has the deadline of the timer at its edge, and goes where that leads', async () => {
    const edge = (inner: string, to: string[]) =>
      node('boundaryEvent', 'late', to, { attributes: 'attachedToRef="check"', inner });
    const { states, told } = await imported(
      enter('check'),
      person('check', ['done']),
      edge(timer('P7D'), ['left']),
      end('done'),
      end('left'),
    );
    expect(states.check).toMatchObject({ type: 'task', role: 'clerk', due: 'P7D', overdue: { to: 'left' } });
    expect(told('check').at(-1)).toBe('exact');
    // what is no duration is none
    const other = await imported(
      enter('check'),
      person('check', ['done']),
      edge(timer('${days}'), []),
      end('done'),
    );
    expect(other.states.check).toMatchObject({ due: { workingDays: 5 }, overdue: { raise: 'clerk' } });
    expect(other.told('check').at(-1)).toBe('approximated');
  });

  it('comes back to the form as its correction', async () => {
    const { states, told } = await imported(
      enter('check'),
      person('check', ['ask']),
      node('exclusiveGateway', 'ask', [['enter', '${status}'], 'done']),
      end('done'),
    );
    expect(states.check).toMatchObject({ actions: { way1: { to: 'enter' }, way2: { to: 'done' } } });
    expect(states.enter).toMatchObject({ actions: { resubmit: { to: 'check' } } });
    expect(told('ask-1')).toEqual(['left']);
    expect(told('ask')).toEqual(['approximated']);
  });

  it('signs where the source says so, and is told that no signature is put there', async () => {
    const sign =
      '<bpmn:extensionElements><camunda:properties><camunda:property name="eSign" value="true"/></camunda:properties></bpmn:extensionElements>';
    const { states, told } = await imported(
      enter('check'),
      person('check', ['done'], { inner: sign }),
      end('done'),
    );
    expect(states.check).toMatchObject({ actions: { sign: { to: 'done' } } });
    expect(told('check').at(-1)).toBe('approximated');
  });
});

describe('where ways part', () => {
  it('a condition that asks more than the forms is for a person to decide', async () => {
    const { states, told } = await imported(
      enter('wait'),
      node('intermediateCatchEvent', 'wait', ['which'], { inner: timer('P1D') }),
      node(
        'inclusiveGateway',
        'which',
        [
          ['done', "${submission('enter').formData.prop('agreed').value()}"],
          ['refused', '${x}'],
        ],
        { attributes: 'name=""' },
      ),
      end('done'),
      end('refused'),
    );
    expect(states.wait).toMatchObject({ type: 'wait', for: 'P1D', next: 'which' });
    expect(states.which).toMatchObject({ type: 'task', title: { en: 'Where does the case go?' } });
    expect([told('which-1'), told('which-2'), told('which')]).toEqual([['left'], ['left'], ['approximated']]);
  });

  it('branches that never meet go on when all have ended; those that meet, from there', async () => {
    const apart = await imported(
      enter('fork'),
      node('parallelGateway', 'fork', ['a', 'b'], { attributes: 'name=""' }),
      person('a', ['endA']),
      person('b', ['endB']),
      end('endA'),
      end('endB'),
    );
    expect(apart.states.fork).toMatchObject({ type: 'parallel', next: 'ended', otherwise: 'cancelled' });
    expect(apart.told('fork')).toEqual(['approximated']);
    const circle = await imported(
      enter('fork'),
      node('parallelGateway', 'fork', ['a', 'b']),
      person('a', ['again']),
      node('exclusiveGateway', 'again', [['a', '${x}'], 'join']),
      person('b', ['join']),
      node('parallelGateway', 'join', ['finish']),
      end('finish'),
    );
    expect(circle.states.fork).toMatchObject({ type: 'parallel', next: 'finish', title: { uk: 'fork' } });
    expect(circle.told('fork')).toEqual(['exact']);
  });

  it('a circle in which nothing waits ends', async () => {
    const { flow } = await imported(
      enter('round'),
      node('exclusiveGateway', 'round', ['turn']),
      node('exclusiveGateway', 'turn', ['round']),
    );
    expect(flow.states[flow.initial]).toMatchObject({ type: 'end' });
  });
});

describe('what the process does by itself', () => {
  it('asks a system by the delegate that it names; where no answer comes, an officer tries again', async () => {
    const input = (name: string, value: string) =>
      `<camunda:inputParameter name="${name}">${value}</camunda:inputParameter>`;
    const inner = `<bpmn:extensionElements><camunda:inputOutput>${input('full-name', "${submission('enter').formData.prop('agreed').value()}")}${input('xAccessToken', '${token}')}${input('kind', '${kind}')}</camunda:inputOutput></bpmn:extensionElements>`;
    const { states, connectors, told } = await imported(
      enter('ask'),
      delegate('ask', 'edrConnector', ['done'], { inner }),
      end('done'),
    );
    expect(states.ask).toMatchObject({
      type: 'call',
      connector: 'edr',
      input: { fullname: 'form.agreed' },
      next: 'done',
      failed: 'askFailed',
    });
    expect(states.askFailed).toMatchObject({
      type: 'task',
      actions: { retry: { to: 'ask' }, goOn: { to: 'done' } },
    });
    expect(connectors.map(({ id }) => id)).toEqual(['edr']);
    expect(told('ask')).toEqual(['approximated']);
  });

  it('goes where the error at its edge leads', async () => {
    const error = node('boundaryEvent', 'broke', ['left'], {
      attributes: 'attachedToRef="ask"',
      inner: '<bpmn:errorEventDefinition/>',
    });
    const { states } = await imported(
      enter('ask'),
      delegate('ask', 'trembitaConnector', ['done']),
      error,
      end('done'),
      end('left'),
    );
    expect(states.ask).toMatchObject({ connector: 'trembita', failed: 'left' });
    expect(states).not.toHaveProperty('askFailed');
  });

  it.each([
    ['a number of the case', delegate('it', 'defineBusinessKeyDelegate', ['done']), 'left'],
    ['the state of the case', delegate('it', 'defineProcessInstanceStatusDelegate', ['done']), 'left'],
    ['a seal', delegate('it', 'digitalSystemSignatureDelegate', ['done']), 'left'],
    ['roles', delegate('it', 'addRoleToKeycloakUserDelegate', ['done']), 'left'],
    ['another process by a message', delegate('it', 'startProcessByMessageDelegate', ['done']), 'left'],
    ['a notice', delegate('it', 'sendUserNotificationDelegate', ['done']), 'left'],
    [
      'a mistake of what was entered',
      delegate('it', 'userDataValidationErrorDelegate', ['done']),
      'approximated',
    ],
    [
      'a script',
      node('scriptTask', 'it', ['done'], {
        attributes: 'scriptFormat="groovy"',
        inner: '<bpmn:script>x = 1</bpmn:script>',
      }),
      'left',
    ],
    ['a script of no said language', node('scriptTask', 'it', ['done']), 'left'],
    [
      'another process',
      node('callActivity', 'it', ['done'], { attributes: 'calledElement="other"' }),
      'left',
    ],
    ['another process that is not named', node('callActivity', 'it', ['done']), 'left'],
    [
      'an event that it throws',
      node('intermediateThrowEvent', 'it', ['done'], { inner: '<bpmn:messageEventDefinition/>' }),
      'left',
    ],
  ])('%s is no state: it is told, and the case goes on', async (_, element, verdict) => {
    const { flow, told } = await imported(enter('it'), element, end('done'));
    expect(flow.initial).toBe('done');
    expect(told('it')).toEqual([verdict]);
  });

  it('asks another system where nobody knows the delegate, under the name of the element', async () => {
    const { states, connectors } = await imported(
      enter('it'),
      node('serviceTask', 'it', ['done'], { attributes: 'name=""' }),
      end('done'),
    );
    expect(states.it).toMatchObject({ type: 'call', connector: 'external-system' });
    expect(connectors[0]?.title).toEqual({ uk: 'Інша система', en: 'Another system' });
  });
});

describe('events and processes inside', () => {
  it('a link goes on where it is caught', async () => {
    const link = '<bpmn:linkEventDefinition name="L"/>';
    const { flow } = await imported(
      enter('there'),
      node('intermediateThrowEvent', 'there', [], { attributes: 'name="L"', inner: link }),
      node('intermediateCatchEvent', 'here', ['done'], { attributes: 'name="L"', inner: link }),
      end('done'),
    );
    expect(flow.initial).toBe('done');
  });

  it('a message that is waited for is marked by a person', async () => {
    const { states, told } = await imported(
      enter('post'),
      node('intermediateCatchEvent', 'post', ['done'], { inner: '<bpmn:messageEventDefinition/>' }),
      end('done'),
    );
    expect(states.post).toMatchObject({ type: 'task', role: 'clerk', actions: { done: { to: 'done' } } });
    expect(told('post')).toContain('approximated');
  });

  it('a process inside stands in its place, and its end goes on after it', async () => {
    const inside = `${node('startEvent', 'in', ['check'])}${person('check', ['out'])}${end('out')}`;
    const { flow, states, told } = await imported(
      enter('sub'),
      node('subProcess', 'sub', ['done'], { inner: inside }),
      end('done'),
    );
    expect(flow.initial).toBe('check');
    expect(states.check).toMatchObject({ actions: { done: { to: 'done' } } });
    expect(told('sub')).toEqual(['exact']);
    const empty = await imported(enter('sub'), node('transaction', 'sub', ['done']), end('done'));
    expect(empty.flow.initial).toBe('done');
  });

  it('an end is of the kind that its name speaks of', async () => {
    const { states } = await imported(
      enter('ask'),
      node('exclusiveGateway', 'ask', ['a', ['b', "${submission('enter').formData.prop('agreed').value()}"]]),
      node('endEvent', 'a', [], { attributes: 'name="У наданні відмовлено"' }),
      node('endEvent', 'b', [], { attributes: 'name="Скасовано"' }),
    );
    expect(states.a).toMatchObject({ kind: 'refused' });
    expect(states.b).toMatchObject({ kind: 'cancelled' });
  });
});

describe('what is drawn another way than most', () => {
  const initiator = { attributes: 'camunda:assignee="${initiator}"' };
  const agreed = "${submission('enter').formData.prop('agreed').value()}";

  it('whoever began it gets the application back as the applicant, with all of its pages', async () => {
    const { flow, states, told } = await imported(
      person('enter', ['check'], initiator),
      person('check', ['ask']),
      node('exclusiveGateway', 'ask', [['enter', '${x}'], 'done']),
      end('done'),
    );
    expect(states.enter).toMatchObject({
      ...{ type: 'party', party: 'applicant', pages: ['page-1'], due: 'P30D' },
      ...{ overdue: { to: 'abandoned' }, actions: { resubmit: { to: 'check' } } },
    });
    expect(flow.states.abandoned).toMatchObject({ type: 'end', kind: 'left' });
    expect(told('enter')).toContain('approximated');
  });

  it('who does a task from which several ways lead says which; a system that was asked stays asked', async () => {
    const { states, told } = await imported(
      enter('check'),
      person('check', [
        ['yes', agreed],
        ['ask', '${x}'],
      ]),
      delegate('ask', 'edrConnector', ['yes', 'no']),
      end('yes'),
      end('no'),
    );
    expect(states.check).toMatchObject({
      ...{ type: 'task', title: { uk: 'check' } },
      actions: { way1: { to: 'yes' }, way2: { to: 'ask' } },
    });
    expect([told('check-1'), told('check-2')]).toEqual([['left'], ['left']]);
    expect(states.ask).toMatchObject({ type: 'call', connector: 'edr', next: 'askDecision' });
    expect(states.askDecision).toMatchObject({ actions: { way1: { to: 'yes' }, way2: { to: 'no' } } });
  });

  it('of several forms to begin with the one from which most is reached is the application', async () => {
    const { told, flow } = await imported(
      node('exclusiveGateway', 'enter', [['short', '${x}'], ['long', '${y}'], 'shorter']),
      person('short', ['done']),
      person('long', ['check']),
      person('shorter', ['done']),
      person('check', ['done']),
      end('done'),
    );
    expect(told('long')).toContain('exact');
    expect(flow.initial).toBe('check');
    expect(told('short')).toEqual(['left']);
  });

  it('a process that nobody starts, and one in which nothing is asked, is a case that ends', async () => {
    const body = '<bpmn:process id="p" name="P"><bpmn:endEvent id="done"/></bpmn:process>';
    const xml = `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D">${body}</bpmn:definitions>`;
    const given = [sourceOf('p.bpmn', xml)];
    const { made } = await importAll(given, { languages: ['uk'] }, { known: [], role: 'clerk' });
    const flow = made[0]?.parts.flow;
    expect(flow?.states[flow.initial]).toMatchObject({ type: 'end', kind: 'granted' });
    expect(made[0]?.report.filter(({ source }) => source === 'done').map(({ verdict }) => verdict)).toEqual([
      'left',
    ]);
  });

  it('a process inside that has no end of its own goes on after it, as does what leads nowhere', async () => {
    const inside = `${node('startEvent', 'in', ['check'])}${person('check', [])}`;
    const { states } = await imported(
      enter('sub'),
      node('subProcess', 'sub', ['after'], { inner: inside }),
      person('after', []),
    );
    expect(states.check).toMatchObject({ actions: { done: { to: 'ended' } } });
  });

  it('gateways that only bring ways together, ends and ways without a name are no questions', async () => {
    const { states, flow } = await imported(
      enter('fork'),
      node('parallelGateway', 'fork', ['a', 'b']),
      person('a', ['join']),
      person('b', ['join']),
      node('parallelGateway', 'join', ['again']),
      node('parallelGateway', 'again', ['merge']),
      node('eventBasedGateway', 'merge', ['done']),
      node('endEvent', 'done', [], { attributes: 'name=""' }),
    );
    expect(states.fork).toMatchObject({ type: 'parallel' });
    const { next } = states.fork as { next: string };
    expect(flow.states[next]).toMatchObject({
      type: 'end',
      outcome: next,
      title: { uk: 'Справу завершено' },
    });
  });

  it('a gateway with a name asks by that name, and its ways are called as they are', async () => {
    const named = (id: string, to: string) =>
      `<bpmn:sequenceFlow id="${id}" name="Шлях ${to}" sourceRef="which" targetRef="${to}"/>`;
    const which =
      '<bpmn:inclusiveGateway id="which" name="Куди далі?"><bpmn:outgoing>w1</bpmn:outgoing><bpmn:outgoing>w2</bpmn:outgoing></bpmn:inclusiveGateway>';
    const { states } = await imported(
      enter('wait'),
      node('intermediateCatchEvent', 'wait', ['which'], { inner: timer('P1D') }),
      which + named('w1', 'yes') + named('w2', 'no'),
      end('yes'),
      end('no'),
    );
    expect(states.which).toMatchObject({
      title: { uk: 'Куди далі?' },
      actions: { way1: { title: { uk: 'Шлях yes' }, to: 'yes' }, way2: { title: { uk: 'Шлях no' } } },
    });
  });

  it('what is caught or thrown without saying what is told as well', async () => {
    const { states, told } = await imported(
      enter('caught'),
      node('intermediateCatchEvent', 'caught', ['thrown']),
      node('intermediateThrowEvent', 'thrown', ['done']),
      end('done'),
    );
    expect(states.caught).toMatchObject({ type: 'task' });
    expect([told('caught').length > 0, told('thrown')]).toEqual([true, ['left']]);
  });

  it('what was entered in the event that starts it is what the form holds', async () => {
    const start = "${submission('startEvent').formData.prop('agreed').value()}";
    const event = "${submission('begin').formData.prop('agreed').value()}";
    const stranger = "${submission('nobody').formData.prop('agreed').value()}";
    const { states } = await imported(
      enter('which'),
      node('exclusiveGateway', 'which', [['a', start], ['b', event], 'c']),
      ...[end('a'), end('b'), end('c')],
    );
    expect(Object.values(states)).toContainEqual(
      expect.objectContaining({
        actions: expect.objectContaining({
          way1: expect.objectContaining({ when: 'form.agreed = true', to: 'a' }),
          way2: expect.objectContaining({ when: 'form.agreed = true', to: 'b' }),
        }),
      }),
    );
    const other = await imported(
      enter('which'),
      node('exclusiveGateway', 'which', [['a', stranger], 'c']),
      ...[end('a'), end('c')],
    );
    expect(other.told('which-1')).toEqual(['left']);
  });
});
