import { describe, expect, it } from 'vitest';
import type { Live, ServiceBundle } from '#core/definition/index.ts';
import { prove } from './prove.ts';

const t = (text: string) => ({ uk: text, en: text });
const late = { raise: 'head' };
const approval = (name: string, role: string) => ({
  initial: name,
  states: {
    [name]: {
      type: 'task',
      role,
      not: ['review.by'],
      due: { workingDays: 1 },
      overdue: late,
      actions: { approve: { to: `${name}Yes` }, reject: { to: `${name}No`, reason: true } },
    },
    [`${name}Yes`]: { type: 'end', outcome: 'approved' },
    [`${name}No`]: { type: 'end', outcome: 'rejected' },
  },
});

/** Every kind of state of docs/format.md in one service, as a careful analyst would write it. */
const states = {
  slot: {
    type: 'reserve',
    registry: 'slots',
    where: 'record.free = true',
    as: 'slot',
    next: 'fee',
    none: 'fee',
  },
  fee: {
    type: 'pay',
    connector: 'bank',
    amount: 'parameters.fee',
    purpose: t('{{case.reference}}'),
    exempt: [{ when: 'form.veteran = true', title: t('Ветеран') }],
    due: 'P3D',
    overdue: { to: 'abandoned' },
    next: 'fathersSign',
  },
  fathersSign: {
    type: 'sign',
    by: { party: 'father' },
    what: 'application',
    due: 'P3D',
    overdue: { to: 'abandoned' },
    next: 'check',
    declined: 'refused',
  },
  check: {
    type: 'call',
    connector: 'population',
    input: { rnokpp: 'form.rnokpp' },
    as: 'registry',
    next: [{ when: 'registry.found', to: 'fatherAgrees' }, { to: 'correction' }],
    failed: 'fatherAgrees',
  },
  fatherAgrees: {
    type: 'party',
    party: 'father',
    due: 'P5D',
    overdue: { to: 'review' },
    actions: { agree: { to: 'thanked' }, decline: { to: 'review', reason: true } },
  },
  // only a father who has acted is thanked by name
  thanked: { type: 'wait', for: 'PT1H', notify: ['thanks'], next: 'review' },
  correction: {
    type: 'party',
    party: 'applicant',
    due: 'P14D',
    overdue: { to: 'abandoned' },
    pages: ['main'],
    actions: { resubmit: { to: 'check' } },
  },
  review: {
    type: 'task',
    role: 'registrar',
    not: ['case.enteredBy'],
    due: { workingDays: 3 },
    overdue: { ...late, notify: ['late'] },
    form: { schema: { type: 'object', properties: { note: { type: 'string' } } } },
    actions: {
      approve: { to: 'consents' },
      return: { to: 'returned', reason: true, marks: true, atMost: 3 },
      refuse: { to: 'refused', grounds: ['noRight'], explain: true },
    },
  },
  returned: {
    type: 'party',
    party: 'applicant',
    due: 'P14D',
    overdue: { to: 'abandoned' },
    pages: ['main'],
    notify: ['returned'],
    actions: { resubmit: { to: 'check' } },
  },
  consents: {
    type: 'each',
    of: 'form.owners',
    as: 'owner',
    key: 'owner.rnokpp',
    flow: {
      initial: 'ask',
      states: {
        ask: {
          type: 'party',
          party: 'owner',
          due: 'P5D',
          overdue: { to: 'silent' },
          notify: ['asked'],
          actions: { agree: { to: 'agreed' }, decline: { to: 'declined' } },
        },
        agreed: { type: 'end', outcome: 'agreed' },
        declined: { type: 'end', outcome: 'declined' },
        silent: { type: 'end', outcome: 'silent' },
      },
    },
    join: { when: 'count(outcomes.consents) = 0 or list contains(outcomes.consents, "agreed")' },
    next: 'signing',
    otherwise: 'refused',
  },
  signing: {
    type: 'parallel',
    branches: { head: approval('headDecides', 'head'), lawyer: approval('lawyerDecides', 'lawyer') },
    join: { outcome: 'approved', need: 'all' },
    next: 'bidding',
    otherwise: 'review',
  },
  bidding: {
    type: 'collect',
    service: 'bid',
    closes: 'form.bidsUntil',
    min: 2,
    as: 'bids',
    next: 'choice',
    tooFew: 'refused',
  },
  choice: {
    type: 'task',
    role: 'registrar',
    not: ['case.enteredBy'],
    due: { workingDays: 3 },
    overdue: late,
    form: {
      schema: { type: 'object', properties: { winner: { type: 'string' } } },
      options: { '/winner': 'bids.id' },
    },
    actions: { choose: { to: 'branches' } },
  },
  branches: {
    type: 'start',
    cases: {
      residence: { service: 'residence', when: 'choice.winner != null', form: { '/person': 'form.person' } },
    },
    await: 'all',
    due: 'P60D',
    overdue: { to: 'issue' },
    next: 'announce',
  },
  announce: { type: 'publish', body: [{ type: 'text', text: t('{{choice.winner}}') }], next: 'told' },
  told: {
    type: 'wait',
    event: { connector: 'court', match: 'event.case = case.reference', as: 'ruling' },
    due: 'P30D',
    overdue: { to: 'issue' },
    next: 'ruled',
  },
  ruled: {
    type: 'task',
    role: 'registrar',
    not: ['case.enteredBy'],
    say: t('{{ruling.text}}'),
    due: { workingDays: 1 },
    overdue: late,
    actions: { goOn: { to: 'issue' } },
  },
  issue: {
    type: 'issue',
    document: 'certificate',
    record: { do: 'create', registry: 'people', key: 'form.rnokpp', data: { winner: 'choice.winner' } },
    next: 'granted',
    failed: 'review',
  },
  granted: { type: 'end', outcome: 'granted', kind: 'granted', notify: ['done'] },
  refused: { type: 'end', outcome: 'refused', kind: 'refused' },
  abandoned: { type: 'end', outcome: 'abandoned', kind: 'left' },
  withdrawn: { type: 'end', outcome: 'withdrawn', kind: 'withdrawn' },
};
const message = (to: string, body: string) => ({ to, channels: ['email'], subject: t('Т'), body: t(body) });

const bundle = {
  id: 'all',
  agency: 'city',
  startedBy: { applicant: true, counter: { role: 'clerk' } },
  parties: {
    applicant: {},
    father: { identify: { rnokpp: 'form.father' } },
    owner: { each: 'form.owners', identify: { rnokpp: 'item.rnokpp' } },
  },
  roles: Object.fromEntries(
    ['clerk', 'registrar', 'head', 'lawyer'].map((r) => [r, { title: t(r), sees: ['form'] }]),
  ),
  form: { schema: { type: 'object' }, pages: [{ id: 'main', title: t('Г'), fields: ['/rnokpp'] }] },
  flow: { initial: 'slot', states },
  documents: {
    certificate: {
      title: t('Витяг'),
      body: [
        { type: 'text', text: t('{{choice.winner}} {{case.reference}}') },
        { type: 'text', when: 'slot != null', text: t('{{slot.place}}') },
        { type: 'fields', rows: [{ title: t('Суд'), when: 'ruled.action = "goOn"', value: 'ruling.text' }] },
        { type: 'text', text: t('{{if registry.found = null then "" else registry.name}}') },
        { type: 'text', text: t('{{if outcomes.signing.head = "approved" then review.by else ""}}') },
      ],
    },
  },
  messages: {
    asked: message('owner', '{{owner.name}}'),
    returned: message('applicant', '{{review.reason}}'),
    late: message('head', '{{case.reference}}'),
    thanks: message('applicant', '{{fatherAgrees.action}}'),
    done: message('applicant', '{{review.times}} {{choice.winner}}'),
  },
  retention: {},
} as unknown as ServiceBundle;
const due = 'P1D';
const live = {
  agencies: {},
  connectors: {
    slots: { id: 'slots', kind: 'registry', registry: 'slots', due },
    people: { id: 'people', kind: 'registry', registry: 'people', due },
    population: {
      id: 'population',
      kind: 'rest',
      due,
      output: { type: 'object', properties: { found: { type: 'boolean' }, name: { type: 'string' } } },
    },
  },
} as unknown as Live;

describe('a service with every kind of state', () => {
  it('that is written with care has no fault', () => {
    const { failures, held, notExplored } = prove({ bundle, live });
    expect(failures.map((f) => `${f.code} ${f.pointer} ${f.message.en}`)).toEqual([]);
    expect(held).toBe(true);
    expect(notExplored.length).toBeGreaterThan(0);
  });
});
