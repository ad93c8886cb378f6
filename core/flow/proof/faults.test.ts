/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import type { ServiceBundle, State } from '#core/definition/index.ts';
import problems from '../../../docs/problems.md?raw';
import { at } from '../pointer.ts';
import { nameOf } from '../position.ts';
import type { Json } from '../types.ts';
import { prove } from './prove.ts';
import { residence, services, shippedService } from './shipped.testing.ts';
import type { Step } from './types.ts';
import { words } from './words.ts';

const state = <T extends State['type']>(service: ServiceBundle, name: string) =>
  service.flow.states[name] as Extract<State, { type: T }>;

/** Each fault: what an analyst did to the shipped service, the code, and where it is shown. */
const faults: [what: string, seed: (service: ServiceBundle) => void, code: string, pointer: string][] = [
  [
    'a state that nothing leads to',
    (s) => {
      s.flow.states.archive = { ...state<'task'>(s, 'refusing') };
    },
    'unreachableState',
    '/flow/states/archive',
  ],
  [
    'a join that no branch can meet',
    (s) => {
      state<'parallel'>(s, 'approval').join = { outcome: 'agreed', need: 'all' };
    },
    'joinOutOfReach',
    '/flow/states/approval/join',
  ],
  [
    'a way that only leads back',
    (s) => {
      state<'issue'>(s, 'refusalIssue').next = 'refusing';
    },
    'neverEnds',
    '/flow/states/refusalIssue',
  ],
  [
    'actions that can be used up',
    (s) => {
      state<'task'>(s, 'refusing').actions = { back: { to: 'refusing', atMost: 2 } };
    },
    'noWayOn',
    '/flow/states/refusing',
  ],
  [
    'two systems that ask each other for ever',
    (s) => {
      state<'call'>(s, 'personCheck').failed = 'dwellingCheck';
    },
    'circlesAlone',
    '/flow/states/dwellingCheck',
  ],
  [
    'deadlines that pass a case round without anyone',
    (s) => {
      state<'task'>(s, 'review').overdue = { to: 'refusing' };
      state<'task'>(s, 'refusing').overdue = { to: 'review' };
    },
    'circlesAlone',
    '/flow/states/review',
  ],
  [
    'a task without a deadline',
    (s) => {
      delete state<'task'>(s, 'review').due;
    },
    'noDeadline',
    '/flow/states/review',
  ],
  [
    'a deadline at which nothing happens',
    (s) => {
      delete state<'party'>(s, 'correction').overdue;
    },
    'nothingAtDue',
    '/flow/states/correction',
  ],
  [
    'a term in law that the states do not fit',
    (s) => {
      if (s.decideWithin)
        s.decideWithin = { ...s.decideWithin, from: 'submitted', until: ['granted', 'refused'] };
    },
    'tooLong',
    '/decideWithin',
  ],
  [
    'a term that a decided case may never have begun',
    (s) => {
      if (s.decideWithin) s.decideWithin.from = 'correction';
    },
    'termNeverBegins',
    '/decideWithin/from',
  ],
  [
    'a document that quotes what was not written yet',
    (s) => {
      const body = s.documents?.refusal?.body as unknown as { type: string; text: object }[];
      body.unshift({ type: 'text', text: { uk: '{{refusing.explain}}', en: '{{refusing.explain}}' } });
    },
    'absentInDocument',
    '/documents/refusal/body/0/text/uk',
  ],
  [
    'a message that quotes what was not written yet',
    (s) => {
      const message = s.messages?.returned;
      if (message) message.body = { uk: 'Бо {{parentConsent.reason}}', en: 'For {{parentConsent.reason}}' };
    },
    'absentInMessage',
    '/messages/returned/body/uk',
  ],
  [
    'a condition on an answer that may not have come',
    (s) => {
      state<'call'>(s, 'personCheck').failed = [
        { when: 'population.found', to: 'review' },
        { to: 'refusing' },
      ];
    },
    'absentInExpression',
    '/flow/states/personCheck/failed/0/when',
  ],
  [
    'a message that quotes from inside a branch',
    (s) => {
      const message = s.messages?.granted;
      if (message) message.body = { uk: '{{lawyerApproval.opinion}}', en: '{{lawyerApproval.opinion}}' };
    },
    'absentInMessage',
    '/messages/granted/body/uk',
  ],
  [
    'a clerk who may decide what the clerk entered',
    (s) => {
      delete state<'task'>(s, 'review').not;
    },
    'ownCase',
    '/flow/states/review',
  ],
  [
    'an applicant whose correction nobody looks at',
    (s) => {
      const { resubmit } = state<'party'>(s, 'correction').actions;
      if (resubmit) resubmit.to = 'issuing';
    },
    'applicantDecides',
    '/flow/states/correction/actions/resubmit/to',
  ],
  [
    'four eyes on someone who may not have acted',
    (s) => {
      state<'task'>(s, 'refusing').not = ['case.enteredBy', 'parentConsent.by'];
    },
    'fourEyesOfNobody',
    '/flow/states/refusing/not/1',
  ],
];

/** Every step is written in the definition, leads where it says, and begins where the one before has led (or inside it). */
function follows(service: ServiceBundle, path: readonly Step[]): void {
  for (const step of path) {
    const target = at(service as unknown as Json, step.pointer);
    const to = target !== null && typeof target === 'object' && 'to' in target ? target.to : target;
    if (typeof to === 'string') expect(to).toBe(nameOf(step.to));
    else expect(target).toBeDefined();
    expect(step.says.uk).toContain('→');
    expect(step.says.en).toContain('→');
  }
}

/** What is no fault but worth a look. */
const warnings: typeof faults = [
  [
    'a task that perhaps offers nothing',
    (s) => {
      const review = state<'task'>(s, 'review');
      for (const action of Object.values(review.actions)) action.when = 'form.whose = "self"';
    },
    'noActionOffered',
    '/flow/states/review/actions',
  ],
  [
    'a deadline of a party at which someone else is told, who can do nothing',
    (s) => {
      state<'party'>(s, 'correction').overdue = { raise: 'head' };
    },
    'waitsOnAfterDue',
    '/flow/states/correction',
  ],
];

describe('a proof', () => {
  it.each(warnings)('warns of %s', (_, seed, code, pointer) => {
    const { failures, held } = prove(residence(seed));
    expect(failures).toMatchObject([{ code, pointer, severity: 'warning' }]);
    expect(held).toBe(true);
  });

  it('has each of its failures tried here, and named in docs/problems.md with its mend', () => {
    const tried = new Set([...faults, ...warnings].map(([, , code]) => code));
    expect([...tried].sort()).toEqual(Object.keys(words).sort());
    for (const code of tried) expect(problems).toContain(`\`${code}\``);
  });

  it.each(faults)('finds %s', (_, seed, code, pointer) => {
    const given = residence(seed);
    const { failures, held, properties } = prove(given);
    expect(held).toBe(false);
    const broken = new Set<string>(failures.filter((f) => f.severity === 'mistake').map((f) => f.property));
    for (const { property, held: holds } of properties) expect(holds).toBe(!broken.has(property));
    const found = failures.find((f) => f.code === code && f.pointer === pointer);
    expect(failures.map((f) => `${f.code} ${f.pointer}`)).toContain(`${code} ${pointer}`);
    for (const text of [found?.message, found?.hint])
      for (const language of ['uk', 'en']) {
        expect(text?.[language]).not.toBe('');
        expect(text?.[language]).not.toMatch(/\{\w+\}/);
      }
    follows(given.bundle, found?.path ?? []);
    follows(given.bundle, found?.circle ?? []);
  });

  it('finds nothing in a service without a fault', () => {
    const { failures, held, properties } = prove(residence());
    expect(failures).toEqual([]);
    expect(held).toBe(true);
    expect(properties.every((p) => p.held)).toBe(true);
  });

  it.each(services)('of the shipped %s finds nothing', (id) => {
    const { failures, held } = prove(shippedService(id));
    expect(failures).toEqual([]);
    expect(held).toBe(true);
  });

  it('shows the shortest path, the one that a person would draw', () => {
    const { failures } = prove(
      residence((s) => {
        const message = s.messages?.returned;
        if (message) message.body = { uk: '{{parentConsent.reason}}', en: '{{parentConsent.reason}}' };
      }),
    );
    expect(failures.map((f) => f.path.map((s) => `${s.at} ${s.action ?? s.kind}`))).toEqual([
      ['consents met', 'dwellingCheck answered', 'personCheck answered', 'review return'],
    ]);
    expect(failures[0]?.path.at(-1)?.says).toEqual({
      uk: '«Розгляд заяви» (review): Реєстратор обирає «Повернути на виправлення» → «Виправлення заяви» (correction)',
      en: '“Review of the application” (review): Registrar chooses “Return for correction” → “Correction of the application” (correction)',
    });
  });

  it('says what was not explored where the limit is reached', () => {
    const { held, explored, notExplored } = prove(residence(), 20);
    expect(held).toBe(false);
    expect(explored).toMatchObject({ limit: 20, limitReached: true });
    expect(notExplored.map((t) => t.en).join()).toContain('The limit of 20 positions is reached');
  });
});
