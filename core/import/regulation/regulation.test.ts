// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of the process

import { describe, expect, it } from 'vitest';
import { check } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { starter } from '#core/definition/starter.ts';
import type { Agency, Service } from '#core/definition/types.ts';
import { importAll, serviceOf, sourceOf } from '../import.ts';

const bpmn = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D">
  <bpmn:process id="add-lab" name="Додати лабораторію" isExecutable="true">${body}</bpmn:process>
</bpmn:definitions>`;
const flow = (id: string, from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${
    condition
      ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
      : ''
  }</bpmn:sequenceFlow>`;
const node = (kind: string, id: string, ways: readonly string[], rest = '', inner = '') =>
  `<bpmn:${kind} id="${id}" name="${id}" ${rest}>${inner}${ways.map((way) => `<bpmn:outgoing>${way}</bpmn:outgoing>`).join('')}</bpmn:${kind}>`;
const task = (id: string, way: string, form: string) =>
  node('userTask', id, [way], `camunda:formKey="${form}" camunda:assignee="\${initiator}"`);

const process = bpmn(
  [
    node('startEvent', 'start', ['f1']),
    task('enter', 'f2', 'lab-enter'),
    node('exclusiveGateway', 'isAccredited', ['f3', 'f4'], 'default="f4"'),
    node('serviceTask', 'save', ['f5'], 'camunda:delegateExpression="${dataFactoryConnectorCreateDelegate}"'),
    node('endEvent', 'refused', []),
    node('parallelGateway', 'fork', ['f6', 'f7']),
    task('one', 'f8', 'lab-one'),
    node(
      'intermediateCatchEvent',
      'pause',
      ['f9'],
      '',
      '<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition>',
    ),
    node('parallelGateway', 'join', ['f10']),
    node('endEvent', 'done', []),
    node('serviceTask', 'lost', [], 'camunda:delegateExpression="${sendMessageDelegate}"'),
    flow('f1', 'start', 'enter'),
    flow('f2', 'enter', 'isAccredited'),
    flow('f3', 'isAccredited', 'save', "${submission('enter').formData.prop('accredited').boolValue()}"),
    flow('f4', 'isAccredited', 'refused'),
    flow('f5', 'save', 'fork'),
    flow('f6', 'fork', 'one'),
    flow('f7', 'fork', 'pause'),
    flow('f8', 'one', 'join'),
    flow('f9', 'pause', 'join'),
    flow('f10', 'join', 'done'),
  ].join('\n'),
);
const form = (path: string, key: string) =>
  JSON.stringify({ path, title: path, components: [{ type: 'checkbox', key, label: 'Акредитація' }] });
const access = `authorization:
  realm: 'officer'
  process_definitions:
    - process_definition_id: 'add-lab'
      roles:
        - registrar
`;
const sources = [
  sourceOf('p.bpmn', process),
  sourceOf('enter.json', form('lab-enter', 'accredited')),
  sourceOf('one.json', form('lab-one', 'seen')),
  sourceOf('officer.yml', access),
];

describe('a process with its forms and access rules', async () => {
  const agency = shipped.agencies['kyiv-city'] as Agency;
  const { made } = await importAll(
    sources,
    { languages: ['uk', 'en'] },
    { known: Object.keys(agency.roles), role: 'registrar' },
  );
  const [only] = made;
  if (!only) throw new Error('nothing was imported');
  const service: Service = serviceOf(starter('lab', agency, 'registrar', 'Lab'), only);
  const { states } = service.flow;

  it('is one service: the forms and rules are taken with it', () => {
    expect(made.length).toBe(1);
    expect(only.files).toEqual(['p.bpmn', 'enter.json', 'one.json']);
    expect(service.startedBy).toEqual({ officer: { role: 'registrar' } });
    expect(service.title.uk).toBe('Додати лабораторію');
    expect(service.form.pages[0]?.fields).toEqual(['/accredited']);
  });

  it('has a state for what waits and asks, and conditions in FEEL', () => {
    expect(service.flow.initial).toBe('startDecision');
    expect(states.startDecision).toMatchObject({
      actions: { way1: { when: 'form.accredited = true', to: 'save' }, way2: { to: 'refused' } },
    });
    expect(states.save).toMatchObject({ type: 'call', connector: 'data-factory', next: 'fork' });
    expect(states.fork).toMatchObject({
      type: 'parallel',
      next: only.report
        .find(({ source }) => source === 'done')
        ?.to?.split('/')
        .at(-1),
      branches: {
        branch1: { states: { one: { type: 'task', role: 'registrar' } } },
        branch2: { states: { pause: { type: 'wait', for: 'P3D' } } },
      },
    });
    expect(states.refused).toMatchObject({ type: 'end', kind: 'refused' });
  });

  it('passes the check with the drafts of its connectors', () => {
    const connectors = Object.fromEntries((only.connectors ?? []).map((one) => [one.id, one]));
    const all = {
      ...shipped,
      connectors: { ...shipped.connectors, ...connectors },
      services: { lab: service },
    };
    const found = check(all, { kind: 'service', id: 'lab' }).filter(({ severity }) => severity === 'mistake');
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([]);
  });

  it('tells of every element, and of each condition', () => {
    const told = new Set(only.report.map(({ source }) => source));
    for (const id of ['enter', 'save', 'refused', 'fork', 'one', 'pause', 'done', 'lost', 'f3'])
      expect(told).toContain(id);
    expect(only.report.find(({ source }) => source === 'lost')?.verdict).toBe('left');
    expect(only.report.find(({ source }) => source === 'f3')).toMatchObject({
      what: 'condition',
      verdict: 'exact',
    });
  });

  it('what is no process is told as such', async () => {
    const { made, not } = await importAll(
      [sourceOf('x.bpmn', '<html>')],
      { languages: ['uk'] },
      { known: [], role: 'r' },
    );
    expect(made).toEqual([]);
    expect(not[0]?.problem.text.en).toMatch(/x\.bpmn is no BPMN/);
  });
});
