import { describe, expect, it } from 'vitest';
import { answersByAs, drawnForm, lookupNames } from './lookups.ts';
import type { ServiceRuntime } from './runtime.ts';
import { shownAnswer } from './shown-answer.ts';

const output = {
  type: 'object',
  properties: {
    found: { type: 'boolean' },
    kind: { type: 'string' },
    owners: {
      type: 'array',
      items: { type: 'object', properties: { rnokpp: { type: 'string' }, share: { type: 'string' } } },
    },
  },
};
const of = (form: object): ServiceRuntime =>
  ({
    bundle: {
      form: {
        schema: {},
        lookups: {
          rights: { connector: 'rights', input: {}, as: 'home', fills: { '/kind': 'result.kind' } },
        },
        ...form,
      },
    },
    live: { connectors: { rights: { title: { uk: 'Права' }, output } }, registries: {}, agencies: {} },
  }) as unknown as ServiceRuntime;
const answer = { found: true, kind: 'flat', owners: [{ rnokpp: '2530414071', share: '1/2' }] };

describe('what of an answer is shown to the one who fills in the form', () => {
  it('is what it fills in, never what else the registry knows', () => {
    expect(shownAnswer(of({}), 'rights', answer)).toEqual({ found: null, kind: 'flat', owners: [] });
  });

  it('is what the form’s expressions name, row by row', () => {
    const rules = [{ at: '/kind', must: 'every o in home.owners satisfies o.share != null' }];
    expect(shownAnswer(of({ rules }), 'rights', answer)).toMatchObject({
      owners: [{ rnokpp: null, share: '1/2' }],
    });
    const options = { '/owner': 'for o in home.owners return { value: o.rnokpp, title: o.rnokpp }' };
    expect(shownAnswer(of({ options }), 'rights', answer)).toMatchObject({
      owners: [{ rnokpp: '2530414071', share: null }],
    });
    const several = { '/count': 'count(for o in home.owners return 1)' };
    expect(shownAnswer(of({ computed: several }), 'rights', answer)).toMatchObject({ owners: answer.owners });
    const files = { plan: { skipWhen: 'home.found = true' } };
    expect(shownAnswer(of({ files }), 'rights', answer)).toEqual({ found: true, kind: 'flat', owners: [] });
    const computed = { '/fee': 'count(home.owners.share)' };
    expect(shownAnswer(of({ computed }), 'rights', answer)).toEqual({
      found: null,
      kind: 'flat',
      owners: [{ rnokpp: null, share: '1/2' }],
    });
  });

  it('is what rules ask under a condition, and what another lookup asks it for', () => {
    const rules = [{ at: '/kind', when: 'home.found', must: 'form.kind != null' }];
    expect(shownAnswer(of({ rules }), 'rights', answer)).toMatchObject({ found: true });
    const lookups = {
      home: { connector: 'rights', input: {} },
      next: { connector: 'rights', when: 'home.found', input: { key: 'home.kind' } },
    };
    expect(shownAnswer(of({ lookups, files: { plan: {} } }), 'home', answer)).toEqual({
      ...{ found: true, kind: 'flat', owners: [] },
    });
    expect(shownAnswer(of({ lookups }), 'next', answer)).toEqual({ found: null, kind: null, owners: [] });
  });

  it('is no more than there is: nothing deeper than a value, and none that the registry did not give', () => {
    const computed = { '/a': 'home.kind.deeper', '/b': 'home.gone' };
    const shown = shownAnswer(of({ computed }), 'rights', { found: true });
    expect(shown).toEqual({ found: null, kind: null, owners: [] });
    expect(shownAnswer(of({ computed }), 'rights', answer)).not.toHaveProperty('gone');
  });

  it('is a value by itself only where an expression names it', () => {
    const bare = { rights: { connector: 'other', input: {} } };
    expect(shownAnswer(of({ lookups: bare }), 'rights', 'так')).toBeNull();
    expect(shownAnswer(of({ lookups: bare, computed: { '/a': 'rights' } }), 'rights', 'так')).toBe('так');
  });

  it('is nothing but that there is one, where it is named as a whole', () => {
    const rules = [{ at: '/kind', must: 'home != null' }];
    const shown = shownAnswer(of({ rules }), 'rights', answer);
    expect(JSON.stringify(shown)).not.toContain('2530414071');
    expect(shown).not.toBeNull();
  });

  it('is nothing where the form has no such lookup', () => {
    expect(shownAnswer(of({}), 'constructor', answer)).toBeNull();
  });
});

describe('answers', () => {
  it('are known by `as`, whichever name they are given by; what no lookup is called is left out', () => {
    expect(answersByAs(of({}), { rights: answer, other: 1 })).toEqual({ home: answer });
    expect(answersByAs(of({}), { home: answer })).toEqual({ home: answer });
    expect(lookupNames(of({}), {})).toEqual({ home: null });
  });

  it('come from registries that the form names to whoever fills it in', () => {
    expect(drawnForm(of({})).lookups?.rights?.title).toEqual({ uk: 'Права' });
  });
});
