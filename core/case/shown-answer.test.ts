import { describe, expect, it } from 'vitest';
import type { ServiceRuntime } from './runtime.ts';
import { shownAnswer, shownLists } from './shown-answer.ts';

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
    expect(shownAnswer(of({ lookups: undefined }), 'rights', answer)).toBeNull();
  });

  it('is a part as a whole where one expression names the part and another something in it', () => {
    const output = { type: 'object', properties: { place: { type: 'object' } } };
    const lookups = { home: { connector: 'places', input: {} } };
    const place = { town: 'Київ', owner: '2530414071' };
    const shown = (computed: object, found: object) => {
      const service = of({ lookups, computed });
      const live = { ...service.live, connectors: { places: { output } } };
      return shownAnswer({ ...service, live } as unknown as ServiceRuntime, 'home', found as never);
    };
    expect(shown({ '/a': 'home.place.town' }, { place })).toEqual({ place: { town: 'Київ' } });
    expect(shown({ '/a': 'home.place.town', '/b': 'home.place' }, { place })).toEqual({ place });
    // what is no object, but is looked into, is not handed out instead
    expect(shown({ '/a': 'home.place.town' }, { place: '2530414071' })).toEqual({ place: {} });
    expect(shown({ '/a': 'home.place.town' }, { place: null })).toEqual({ place: {} });
  });

  it('is of what fills a field row by row, too', () => {
    const fills = { '/shares': 'for o in result.owners return o.share' };
    const lookups = { rights: { connector: 'rights', input: {}, fills } };
    expect(shownAnswer(of({ lookups }), 'rights', answer)).toMatchObject({
      owners: [{ rnokpp: null, share: '1/2' }],
    });
  });
});

describe('lists of a case from which fields choose', () => {
  const lists = {
    options: { '/owner': 'for o in owned.owners return { value: o.rnokpp, title: o.rnokpp }' },
    lookups: {
      homes: { connector: 'rights', input: {}, as: 'owned' },
      other: { connector: 'rights', input: {} },
    },
  };

  it('are shown like any answer, by the name that expressions know; those that nobody chooses from are not', () => {
    const shown = { found: null, kind: null, owners: [{ rnokpp: '2530414071', share: null }] };
    expect(shownLists(of(lists), { owned: answer, other: answer })).toEqual({ owned: shown });
  });

  it('are null where the registry was not asked', () => {
    expect(shownLists(of(lists), {})).toEqual({ owned: null });
    expect(shownLists(of(lists), { owned: null })).toEqual({ owned: null });
    expect(shownLists(of({}), { home: answer })).toEqual({});
  });
});
