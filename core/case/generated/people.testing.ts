import { t } from './fields.testing.ts';
import type { Drawn, Ways } from './flow.testing.ts';
import type { Sketch } from './states.testing.ts';

/** What people are asked in a state: by whom it is done, what may be entered, what may be done. Only tests import this. */
export function acted(flow: Drawn, one: Sketch, ways: Ways, due: unknown): object {
  const common = { due, ...ownForm(flow, one), actions: actions(flow, one, ways) };
  return one.type === 'task' ? { ...common, ...task(flow, one, ways) } : { ...common, ...party(flow, ways) };
}

function task(flow: Drawn, one: Sketch, ways: Ways): object {
  const { around, draw } = flow;
  const { form, isCounter } = around;
  // who acted first surely acted: nothing leads past that task
  const isFirst = flow.first === one.name;
  const others = flow.first !== undefined && !isFirst && draw.once(3) ? [`${flow.first}.by`] : [];
  const not = [...(isCounter ? ['case.enteredBy'] : []), ...others];
  const stays = { raise: draw.of(around.roles), ...notified(flow) };
  return {
    role: draw.of(around.roles),
    ...(draw.once(3) ? { assign: draw.of(['claim', 'leastLoaded', 'random', 'byHead']) } : {}),
    ...(not.length > 0 ? { not } : {}),
    overdue: isFirst || ways.isGate || draw.once(2) ? stays : { to: ways.aside() },
    ...(draw.once(3) ? { edits: draw.some(form.fields).map(({ name }) => `/${name}`) } : {}),
  };
}

const notified = ({ around, draw }: Drawn): object =>
  draw.once(2) ? { notify: [draw.of(around.messages)] } : {};

function party(flow: Drawn, ways: Ways): object {
  const { around, draw } = flow;
  const who = draw.of(['applicant', 'partner', ...(flow.owner ? ['owner', 'owner'] : [])]);
  return {
    party: who,
    overdue: draw.once(6) ? { raise: draw.of(around.roles) } : { to: ways.aside() },
    ...(draw.once(2) ? { pages: draw.some(around.form.pages) } : {}),
    ...(draw.once(3) ? { say: t('Зробіть це', 'Do this') } : {}),
  };
}

const check = {
  type: 'object',
  properties: { rnokpp: { type: 'string' }, fine: { type: 'boolean' } },
  required: ['fine'],
};

/** What is entered while acting. */
function ownForm({ draw }: Drawn, one: Sketch): object {
  if (!draw.once(3)) return {};
  const titled = { title: t('Примітка', 'Note') };
  return {
    form: {
      schema: {
        type: 'object',
        properties: {
          note: { type: 'string', maxLength: 100 },
          sum: { type: 'integer' },
          checks: { type: 'array', items: check },
          speaker: { type: 'string' },
        },
        ...(draw.once(2) ? { required: ['sum'] } : {}),
      },
      texts: {
        ...Object.fromEntries(['/note', '/sum', '/checks', '/speaker'].map((at) => [at, titled])),
        ...{ '/checks/*/rnokpp': titled, '/checks/*/fine': titled },
      },
      ...(draw.once(2) ? { rows: { '/checks': 'form.owners' } } : {}),
      ...(draw.once(2) ? { options: { '/speaker': 'form.owners.rnokpp' } } : {}),
      ...(draw.once(4) ? { computed: { '/note': '"x"' } } : {}),
      ...(draw.once(4)
        ? { rules: [{ at: '/sum', must: 'form.sum < 1000', say: t(`Замало для ${one.name}`) }] }
        : {}),
    },
  };
}

function actions(flow: Drawn, one: Sketch, ways: Ways): object {
  return Object.fromEntries(one.actions.map((name, n) => [name, action(flow, one, ways, name, n === 0)]));
}

function action(flow: Drawn, one: Sketch, ways: Ways, name: string, isMain: boolean): object {
  const { around, draw } = flow;
  const title = { title: t(`Дія ${name}`, `Action ${name}`) };
  const grounds = { grounds: draw.of([around.grounds, around.grounds.slice(0, 1)]) };
  if (isMain) {
    const why = one.type === 'task' && ways.mayRefuse ? grounds : {};
    return { ...title, to: ways.next, ...why, ...(draw.once(4) ? { reason: true } : {}) };
  }
  const { correction } = ways;
  const limit = draw.once(2) ? { atMost: draw.between(1, 3) } : {};
  const when = draw.once(4) ? { when: flow.condition() } : {};
  if (name === 'goBack' && one.type === 'task' && correction !== undefined)
    return { ...title, to: correction, reason: true, marks: true, ...limit };
  // what refuses needs a ground in law
  const why = one.type === 'task' ? { ...grounds, explain: draw.once(2) } : {};
  return { ...title, to: name === 'goBack' ? ways.back() : ways.aside(), ...why, ...limit, ...when };
}
