import { describe, expect, it } from 'vitest';
import type { Flow, ServiceBundle, State } from '#core/definition/index.ts';
import { edgesOf, type FlowGraph } from './flow-graph.ts';
import { given } from './flows.testing.ts';
import { graphOf } from './graph.ts';
import { end, task } from './small-flow.testing.ts';
import { type Use, Uses } from './uses.ts';

const NAMES = ['form', 'case', 'asks', 'outcomes', 'owner', 'parameters', 'item', 'record', 'event'];

function read(states: object, more: object = {}): { uses: Uses; graph: FlowGraph } {
  const flow = { initial: Object.keys(states)[0] ?? '', states } as Flow;
  const service = given(flow);
  Object.assign(service.bundle, more);
  const graph = graphOf(service, { most: 1000, seen: 0, reached: false });
  return { uses: new Uses(service.bundle as ServiceBundle, NAMES), graph };
}
/** A use as one line: where it stands, what it needs, under which conditions. */
const line = ({ path, pointer, guards }: Use): string =>
  [
    ...[pointer, path.join('.')],
    ...guards.map(
      ({ truth, source, node }) => `${truth ? 'if' : 'unless'} ${source.slice(node.from, node.to)}`,
    ),
  ].join(' ');
/** What is read while a case stands in a state (`here`). */
const inState = (state: object, more: object = {}) => {
  const { uses, graph } = read({ here: state, done: end('done') }, more);
  return uses.in(graph, 'here');
};
const at = '/flow/states/here';
const lines = (...from: Parameters<typeof inState>) =>
  inState(...from).map((use) => line(use).replace(at, ''));

describe('what is read in a state', () => {
  it.each<[string, object, string[]]>([
    [
      'the expressions of its own words',
      { type: 'pay', amount: 'parameters.fee', exempt: [{ when: 'form.veteran', title: {} }], next: 'done' },
      ['/amount parameters.fee', '/exempt/0/when form.veteran'],
    ],
    [
      'each entry of a map, by its name, whatever signs are in it',
      { type: 'call', input: { 'a/b': 'form.a', 'c~d': 'form.b', e: null }, next: 'done', failed: 'done' },
      ['/input/a~1b form.a', '/input/c~0d form.b'],
    ],
    [
      'what a system is asked, where it is asked',
      { type: 'wait', event: { connector: 'c', match: 'event.id = form.id + 1' }, next: 'done' },
      ['/event/match form.id'],
    ],
    [
      'holes in what is said, in each language',
      {
        ...task({ on: 'done' }),
        say: { uk: 'Від {{form.a}} і {{ form.b }}', en: 'From {{form.a}}' },
      },
      ['/say/uk form.a', '/say/uk form.b', '/say/en form.a'],
    ],
    [
      'computed fields, rows, options and rules of its form, not what is entered in it',
      {
        ...task({ on: 'done' }),
        form: {
          schema: { type: 'object', default: '{{form.no}}' },
          computed: { '/a': 'form.a' },
          rows: { '/b': 'form.b' },
          options: { '/c': 'form.c' },
          rules: [{ must: 'form.d > 1', say: { uk: 'Бо {{form.e}}', en: '' } }],
        },
      },
      [
        ...['/form/computed/~1a form.a', '/form/rows/~1b form.b', '/form/options/~1c form.c'],
        ...['/form/rules/0/must form.d', '/form/rules/0/say/uk form.e'],
      ],
    ],
    [
      'on what its actions depend',
      {
        type: 'party',
        party: 'owner',
        actions: { yes: { to: 'done', when: 'form.ok' }, no: { to: 'done' } },
      },
      ['/actions/yes/when form.ok'],
    ],
    [
      'on what the actions of an officer depend',
      { type: 'task', role: 'r', actions: { yes: { to: 'done', when: 'form.ok' } } },
      ['/actions/yes/when form.ok'],
    ],
    [
      'who may not act',
      { ...task({ on: 'done' }), not: ['case.enteredBy', 'asks.by'] },
      ['/not/0 case.enteredBy', '/not/1 asks.by'],
    ],
    [
      'of what a list is, and what joins it; the item and its outcomes are known there',
      {
        type: 'each',
        of: 'form.owners',
        as: 'owner',
        key: 'owner.code',
        flow: { initial: 'a', states: { a: end('yes') } },
        join: { when: 'form.few' },
        next: 'done',
        otherwise: 'done',
      },
      ['/of form.owners', '/join/when form.few'],
    ],
    [
      'what joins branches: how they ended is known then, not while they go on',
      {
        type: 'parallel',
        say: { uk: '{{outcomes.here.a}}', en: '' },
        branches: { a: { initial: 'a', states: { a: end('yes') } } },
        join: { when: 'outcomes.here.a > form.least' },
        next: 'done',
        otherwise: 'done',
      },
      ['/say/uk outcomes.here.a', '/join/when form.least'],
    ],
  ])('is %s', (_, state, expected) => {
    expect(lines(state)).toEqual(expected);
    for (const use of inState(state))
      expect(use.in).toBe(use.pointer.includes('/not/') ? 'not' : 'expression');
  });

  it('is no title, and nothing that is read on the way out', () => {
    const to = [{ when: 'form.a', to: 'done' }, { to: 'done' }];
    const title = { uk: '{{form.title}}', en: '{{form.title}}' };
    const late = { due: 'P1D', overdue: { to } };
    const act = { yes: { to, title } };
    expect(lines({ type: 'task', role: 'r', title, ...late, actions: act })).toEqual([]);
    expect(lines({ type: 'call', title, input: {}, ...late, next: to, failed: to })).toEqual([]);
    expect(lines({ type: 'sign', what: 'application', by: {}, next: to, declined: to })).toEqual([]);
    expect(lines({ type: 'reserve', registry: 'r', as: 's', next: to, none: to })).toEqual([]);
    expect(lines({ type: 'collect', as: 's', next: to, tooFew: to })).toEqual([]);
    const flow = { initial: 'a', states: { a: { ...task({ on: 'b' }), say: { uk: '{{form.in}}' } } } };
    const group = { join: { outcome: 'yes', need: 'all' }, next: to, otherwise: to };
    expect(lines({ type: 'parallel', branches: { flow }, ...group })).toEqual([]);
    expect(lines({ type: 'each', as: 'i', flow, ...group })).toEqual([]);
  });

  it('is, as text, known by the text that it stands in, whatever the language', () => {
    const uses = inState({ ...task({ on: 'done' }), say: { uk: '{{form.a}}', en: '{{form.a}}' } });
    expect(uses.map(({ text, what, in: where }) => [where, what, text])).toEqual([
      ['expression', 'form.a', `${at}/say`],
      ['expression', 'form.a', `${at}/say`],
    ]);
    const [when] = inState({ type: 'pay', amount: 'form.n', next: 'done' });
    expect(when).toMatchObject({ in: 'expression', what: 'form.n' });
    expect(when).not.toHaveProperty('text');
    const [not] = inState({ ...task({ on: 'done' }), not: ['asks.by'] });
    expect(not).toEqual({ path: ['asks', 'by'], guards: [], in: 'not', what: '', pointer: `${at}/not/0` });
  });

  it('is where the office of its role is, and who its party is', () => {
    const roles = { r: { title: {}, office: 'form.office' } };
    const pointers = (state: object) => {
      const all = inState(state, { roles, parties });
      for (const use of all) expect(use.in).toBe('expression');
      return all.map(line);
    };
    const owner = { identify: { rnokpp: 'form.code' }, contact: { email: 'form.mail' }, title: {} };
    const parties = { owner };
    expect(pointers(task({ on: 'done' }))).toEqual(['/roles/r/office form.office']);
    expect(pointers({ type: 'party', party: 'owner', actions: {} })).toEqual([
      '/parties/owner/identify/rnokpp form.code',
      '/parties/owner/contact/email form.mail',
    ]);
    // whom nothing is written of yet
    expect(pointers({ type: 'task', role: 'gone', actions: {} })).toEqual([]);
    expect(pointers({ type: 'party', party: 'gone', actions: {} })).toEqual([]);
    expect(pointers({ type: 'pay', role: 'r', party: 'owner', next: 'done' })).toEqual([]);
  });

  it('is nothing where there is no such state', () => {
    const { uses, graph } = read({ here: task({ on: 'here' }) });
    expect(uses.in(graph, 'gone')).toEqual([]);
  });

  it('is read once, for each flow by itself', () => {
    const say = { uk: '{{form.a}}', en: '' };
    const flow = { initial: 'here', states: { here: { ...task({ on: 'b' }), say }, b: end('yes') } };
    const group = {
      ...{ type: 'parallel', branches: { one: flow }, join: { outcome: 'yes', need: 'all' } },
      ...{ next: 'here', otherwise: 'here' },
    };
    const { uses, graph } = read({ group, here: task({ on: 'here' }) });
    const inner = graph.inner.get('group')?.flows[0] ?? graph;
    expect(uses.in(inner, 'here').map(line)).toEqual([
      '/flow/states/group/branches/one/states/here/say/uk form.a',
    ]);
    expect(uses.in(graph, 'here')).toEqual([]);
    expect(uses.in(inner, 'here')).toBe(uses.in(inner, 'here'));
  });
});

describe('conditions around what is read', () => {
  it('are those of everything that it stands in, and those within its expression', () => {
    const exempt = [{ when: 'form.a', title: { uk: '{{if form.b then form.c else 1}}', en: '' } }];
    expect(lines({ type: 'pay', exempt, next: 'done' })).toEqual([
      '/exempt/0/when form.a',
      '/exempt/0/title/uk form.b if form.a',
      '/exempt/0/title/uk form.c if form.a if form.b',
    ]);
    const cases = { one: { when: 'form.a', each: 'form.list', form: { '/x': 'form.x' } }, two: {} };
    expect(lines({ type: 'start', when: 'form.all', cases, next: 'done' })).toEqual([
      ...['/when form.all', '/cases/one/when form.a', '/cases/one/each form.list if form.a'],
      '/cases/one/form/~1x form.x if form.a',
    ]);
  });
});

describe('documents and messages', () => {
  const paper = {
    title: {},
    body: [
      { type: 'text', text: { uk: '{{form.a}}', en: '' } },
      { type: 'fields', when: 'form.b', rows: [{ title: {}, value: 'form.c' }] },
    ],
    validUntil: 'form.until',
    public: ['form.name', 'asks.note'],
  };
  const said = { to: 'applicant', subject: { uk: '{{form.s}}' }, body: { uk: '{{form.b}}' } };
  const more = { documents: { paper }, messages: { said: { ...said, sms: { uk: '{{form.t}}' } } } };
  const whole = [
    '/documents/paper/body/0/text/uk form.a',
    '/documents/paper/body/1/when form.b',
    '/documents/paper/body/1/rows/0/value form.c if form.b',
    '/documents/paper/validUntil form.until',
    '/documents/paper/public/0 form.name',
    '/documents/paper/public/1 asks.note',
  ];
  const message = [
    '/messages/said/subject/uk form.s',
    '/messages/said/body/uk form.b',
    '/messages/said/sms/uk form.t',
  ];

  it('are read where a document is issued or signed, each by its name', () => {
    expect(lines({ type: 'issue', document: 'paper', next: 'done', failed: 'done' }, more)).toEqual(whole);
    const sign = { type: 'sign', by: {}, next: 'done', declined: 'done' };
    expect(lines({ ...sign, what: 'paper' }, more)).toEqual(whole);
    expect(lines({ ...sign, what: 'application' }, { documents: { application: paper } })).toEqual([]);
    expect(lines({ type: 'issue', record: {}, next: 'done', failed: 'done' }, more)).toEqual([]);
    // of one that is not written yet nothing is known
    expect(lines({ type: 'issue', document: 'gone', next: 'done', failed: 'done' }, more)).toEqual([]);
    expect(lines({ type: 'issue', document: 'gone', next: 'done', failed: 'done' })).toEqual([]);
    const { uses } = read({ here: end('done') }, more);
    expect(uses.document('paper').map(({ in: where, what }) => `${where} ${what}`)).toEqual(
      whole.map(() => 'document paper'),
    );
    expect(uses.document('paper')).toBe(uses.document('paper'));
    expect(uses.document('paper').at(-1)).toEqual({
      ...{ path: ['asks', 'note'], guards: [], in: 'document', what: 'paper' },
      pointer: '/documents/paper/public/1',
    });
  });

  it('are read where a message is sent: on entry, as a reminder, when it is late', () => {
    for (const sends of [
      { notify: ['said'] },
      { remind: [{ before: 'P1D', message: 'said' }] },
      { overdue: { raise: 'r', notify: ['said'] } },
    ])
      expect(lines(task({ on: 'done' }, sends), more)).toEqual(message);
    expect(lines(task({ on: 'done' }, { notify: ['gone'] }), more)).toEqual([]);
    expect(lines(task({ on: 'done' }, { notify: ['gone'] }))).toEqual([]);
    const { uses } = read({ here: end('done') }, more);
    expect(uses.message('said').map(({ in: where, what }) => `${where} ${what}`)).toEqual(
      message.map(() => 'message said'),
    );
    expect(uses.message('said')).toBe(uses.message('said'));
  });

  it('are read wherever the case waits: what the term in law sends, but not once it has ended', () => {
    const late = { decideWithin: { overdue: { meaning: 'late', notify: ['said'] } }, ...more };
    const longer = {
      ...more,
      decideWithin: { overdue: { meaning: 'late' }, extend: { by: 'r', days: 5, message: 'said' } },
    };
    for (const term of [late, longer]) {
      expect(lines(task({ on: 'done' }), term)).toEqual(message);
      expect(lines(end('here'), term)).toEqual([]);
    }
    const quiet = { ...more, decideWithin: { overdue: { meaning: 'late' }, extend: { by: 'r', days: 5 } } };
    expect(lines(task({ on: 'done' }), quiet)).toEqual([]);
    // the whole case waits: not each of its branches
    const flow = { initial: 'in', states: { in: task({ on: 'b' }), b: end('yes') } };
    const group = { type: 'parallel', branches: { one: flow }, join: {}, next: 'done', otherwise: 'done' };
    const { uses, graph } = read({ group, done: end('done') }, late);
    const inner = graph.inner.get('group')?.flows[0] ?? graph;
    expect(uses.in(inner, 'in')).toEqual([]);
    expect(uses.in(graph, 'group').map(line)).toEqual(message);
  });
});

describe('what is read on a way out', () => {
  const review = {
    ...task({}),
    actions: {
      yes: { to: [{ when: 'form.a', to: 'done' }, { when: 'form.b > 1', to: 'done' }, { to: 'done' }] },
      no: { to: [{ when: 'form.c', to: 'done' }, { to: 'done' }] },
    },
    overdue: { to: [{ when: 'form.d', to: 'done' }, { to: 'done' }] },
  } as unknown as State;

  it('is its condition, asked where those before it in the same target did not hold', () => {
    const { uses, graph } = read({ review, done: end('done') });
    const found = edgesOf(graph, 'review').map((edge) => uses.on(graph, edge));
    const yes = '/flow/states/review/actions/yes/to';
    expect(found.map((all) => all.map(line))).toEqual([
      [`${yes}/0/when form.a`],
      [`${yes}/1/when form.b unless form.a`],
      [],
      ['/flow/states/review/actions/no/to/0/when form.c'],
      [],
      ['/flow/states/review/overdue/to/0/when form.d'],
      [],
    ]);
    expect(found[1]?.[0]).toMatchObject({ in: 'expression', what: 'form.b > 1' });
  });

  it('is not asked after those of another target', () => {
    const asks = {
      type: 'call',
      next: [{ when: 'form.a', to: 'done' }],
      failed: [{ when: 'form.b', to: 'done' }],
    };
    const { uses, graph } = read({ asks, done: end('done') });
    expect(edgesOf(graph, 'asks').flatMap((edge) => uses.on(graph, edge).map(line))).toEqual([
      '/flow/states/asks/next/0/when form.a',
      '/flow/states/asks/failed/0/when form.b',
    ]);
  });

  it('is asked after those with a condition only, and within its own conditions too', () => {
    const next = [{ to: 'done' }, { when: 'form.a', to: 'done' }, { when: 'form.b and form.c', to: 'done' }];
    const { uses, graph } = read({ review: { type: 'publish', body: [], next }, done: end('done') });
    const last = edgesOf(graph, 'review').at(-1);
    expect(last && uses.on(graph, last).map(line)).toEqual([
      '/flow/states/review/next/2/when form.b unless form.a',
      '/flow/states/review/next/2/when form.c unless form.a if form.b',
    ]);
    expect(last && uses.on(graph, last)).toBe(last && uses.on(graph, last));
  });
});
