// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of the process

import { describe, expect, it } from 'vitest';
import { importAll, sourceOf } from '../import.ts';

const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
const node = (kind: string, id: string, ways: string[], more = '') =>
  `<bpmn:${kind} id="${id}" name="${id}" ${more}>${ways.map((way) => `<bpmn:outgoing>${way}</bpmn:outgoing>`).join('')}</bpmn:${kind}>`;
const person = (id: string, way: string, form: string) =>
  node('userTask', id, [way], `camunda:formKey="${form}" camunda:assignee="\${initiator}"`);
const process = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D">
  <bpmn:process id="p" name="P" isExecutable="true">
    ${node('startEvent', 'start', ['f1'])}${node('serviceTask', 'number', ['f2'], 'camunda:delegateExpression="${defineBusinessKeyDelegate}"')}
    ${person('enter', 'f3', 'enter-form')}${person('answer', 'f4', 'answer-form')}${node('endEvent', 'done', [])}
    ${node('userTask', 'alone', ['f5'])}
    ${flow('f1', 'start', 'number')}${flow('f2', 'number', 'enter')}${flow('f3', 'enter', 'answer')}${flow('f4', 'answer', 'done')}${flow('f5', 'alone', 'done')}
  </bpmn:process>
</bpmn:definitions>`;
const form = (path: string, title = path) =>
  JSON.stringify({
    ...{ path, title },
    components: [
      { type: 'textfield', key: 'name', label: 'Назва', disabled: path === 'answer-form' },
      { type: 'checkbox', key: 'agreed', label: 'Згода' },
    ],
  });
const rules = (realm: string, ...roles: string[]) =>
  `authorization:\n  realm: '${realm}'\n  process_definitions:\n    - process_definition_id: 'p'\n      roles:\n${roles.map((role) => `        - ${role}\n`).join('')}`;

async function imported(files: { [name: string]: string }, known: string[] = []) {
  const sources = Object.entries({ 'p.bpmn': process, ...files }).map(([name, text]) => sourceOf(name, text));
  const { made } = await importAll(sources, { languages: ['uk'] }, { known, role: 'clerk' });
  const only = made.find(({ parts }) => parts.flow);
  if (!only) throw new Error('no process was imported');
  const told = (what: string) =>
    only.report.filter((item) => item.what === what).map(({ verdict }) => verdict);
  return { parts: only.parts, states: only.parts.flow?.states ?? {}, report: only.report, told };
}
const forms = { 'enter.json': form('enter-form'), 'answer.json': form('answer-form') };

describe('who starts a process', () => {
  it('is the applicant where nothing is said of it', async () => {
    const { parts, told, states } = await imported(forms);
    expect(parts.startedBy).toEqual({ applicant: true });
    expect(told('access')).toEqual(['approximated']);
    // and what is asked of whoever began it is asked of the applicant
    expect(states.answer).toMatchObject({
      type: 'party',
      party: 'applicant',
      due: 'P30D',
      overdue: { to: 'abandoned' },
    });
  });

  it.each([
    ['citizen', 'citizen', 'exact'],
    ['citizen', 'unregistered-legal', 'approximated'],
  ])('is the applicant, of the realm %s as %s', async (realm, role, verdict) => {
    const { parts, told } = await imported({ ...forms, 'a.yml': rules(realm, role) });
    expect(parts.startedBy).toEqual({ applicant: true });
    expect(told('access')).toEqual([verdict]);
  });

  it('is an officer of the role that the agency has; another acts as the one who imports says', async () => {
    const ours = await imported({ ...forms, 'a.yml': rules('officer', 'stranger', 'registrar') }, [
      'registrar',
    ]);
    expect(ours.parts.startedBy).toEqual({ officer: { role: 'registrar' } });
    expect(ours.told('access')).toEqual(['approximated', 'exact']);
    expect(ours.states.answer).toMatchObject({ type: 'task', role: 'registrar', due: { workingDays: 5 } });
    const theirs = await imported({ ...forms, 'a.yml': rules('officer', 'stranger') });
    expect(theirs.parts.startedBy).toEqual({ officer: { role: 'clerk' } });
  });

  it('is both where the rules let both', async () => {
    const both = {
      ...forms,
      'a.yml': rules('officer', 'registrar'),
      'b.yml': rules('citizen', 'individual'),
    };
    const { parts, told } = await imported(both, ['registrar']);
    expect(parts.startedBy).toEqual({ applicant: true, officer: { role: 'registrar' } });
    expect(told('access')).toEqual(['exact', 'exact']);
  });
});

describe('the forms of a process', () => {
  it('the first that is filled in is the application; what happened before it is told', async () => {
    const { parts, report, states } = await imported(forms);
    expect(parts.form?.pages[0]?.fields).toEqual(['/name', '/agreed']);
    expect(report).toContainEqual(
      expect.objectContaining({ source: 'enter', verdict: 'exact', to: '/form' }),
    );
    const before = report.find(({ source }) => source === 'number');
    expect(before?.text.en).toContain('before the form');
    const alone = report.find(({ source }) => source === 'alone');
    expect(alone?.text.en).toContain('does not lead here');
    expect((states.answer as { form?: object }).form).toBeDefined();
  });

  it('that are not among the files leave an empty application, and are told', async () => {
    const { parts, report } = await imported({});
    expect(parts.form?.pages).toHaveLength(1);
    expect(
      report.filter(({ what, verdict }) => what !== 'access' && verdict === 'left').length,
    ).toBeGreaterThan(0);
  });

  it('are found by the name of their file too', async () => {
    const { parts } = await imported({ 'forms/enter-form.json': form('other', 'Інша') });
    expect(parts.form?.pages[0]?.fields).toEqual(['/name', '/agreed']);
  });
});
