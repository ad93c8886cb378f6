import { describe, expect, it } from 'vitest';
import { answersAnew, answersByAs, drawnForm, listsOf, lookupNames } from './lookups.ts';
import type { ServiceRuntime } from './runtime.ts';

const string = { type: 'string' };
const items = { type: 'array', items: { type: 'object', properties: { code: string } } };
const output = { type: 'object', properties: { items, found: { type: 'boolean' } } };
const schema = { type: 'object', properties: { region: string, town: string, street: string, note: string } };
const choose = (from: string) => `for one in ${from}.items return { value: one.code, title: one.code }`;
const lookups = {
  towns: { connector: 'places', input: { region: 'form.region' } },
  streets: { connector: 'places', input: { town: 'form.town', first: 'towns.items[1].code' }, as: 'found' },
  owner: { connector: 'rights', input: { note: 'form.note' } },
};
const options = { '/town': choose('towns'), '/street': choose('found') };

/** A service whose form chooses a town of the region and a street of the town, and looks up the owner. */
const of = (form: object = {}): ServiceRuntime =>
  ({
    bundle: { form: { schema, lookups, options, ...form } },
    live: {
      connectors: { places: { title: { uk: 'Адреси' }, output }, rights: { output } },
      ...{ registries: {}, agencies: {} },
    },
  }) as unknown as ServiceRuntime;
const listing = (...codes: string[]) => ({ items: codes.map((code) => ({ code })), found: true });

describe('answers', () => {
  it('are known by `as`, whichever name they are given by; what no lookup is called is left out', () => {
    const streets = listing('s1');
    for (const name of ['streets', 'found'])
      expect(answersByAs(of(), { [name]: streets, other: 1 })).toStrictEqual({ found: streets });
    expect(answersByAs(of(), { towns: null, owner: false })).toStrictEqual({ owner: false });
    expect(answersByAs(of({ lookups: undefined }), { towns: streets })).toStrictEqual({});
  });

  it('are seen by expressions whole, null where nothing was asked', () => {
    expect(lookupNames(of(), { streets: { found: true } })).toStrictEqual({
      towns: null,
      found: { items: [], found: true },
      owner: null,
    });
    const fills = { rights: { connector: 'rights', input: {}, as: 'home' } };
    expect(lookupNames(of({ lookups: fills }), {})).toStrictEqual({ home: null });
  });

  it('are lists where a field chooses from them', () => {
    expect(Object.keys(listsOf(of()))).toEqual(['towns', 'streets']);
    expect(listsOf(of({ options: undefined }))).toEqual({});
    expect(listsOf(of({ lookups: undefined }))).toEqual({});
  });

  it('come from registries that the form names to whoever fills it in', () => {
    const drawn = drawnForm(of());
    expect(drawn.lookups).toEqual({
      ...lookups,
      towns: { ...lookups.towns, title: { uk: 'Адреси' } },
      streets: { ...lookups.streets, title: { uk: 'Адреси' } },
    });
    const gone = { towns: { connector: 'gone', input: {} } };
    expect(drawnForm(of({ lookups: gone })).lookups).toEqual(gone);
    expect(drawnForm(of({ lookups: undefined }))).toMatchObject({ schema, options });
  });
});

describe('answers to a form that was changed', () => {
  const before = { region: 'r1', town: 't1', street: 's1', note: 'a' };
  const kept = { towns: listing('t1', 't2'), streets: listing('s1') };
  /** What is answered anew once the form says what it says now; `form` of another service. */
  const anew = (changes: object, given: object = {}, form: object = {}) => {
    const names = lookupNames(of(form), kept);
    return answersAnew(of(form), { form: before }, { ...before, ...changes }, names, given as never);
  };

  it('are those that there are where all is asked as it was', () => {
    expect(anew({})).toBeUndefined();
    expect(anew({ street: 's2' }, { streets: listing('s2') })).toBeUndefined();
    // the owner is looked up otherwise, but nobody chooses from it
    expect(anew({ note: 'b' }, { owner: { found: true } })).toBeUndefined();
  });

  it('are what the registry says to the new question, by either name; null where it said nothing', () => {
    const streets = listing('s7');
    for (const name of ['streets', 'found'])
      expect(anew({ town: 't2' }, { [name]: streets })).toStrictEqual({ found: streets });
    expect(anew({ town: 't2' })).toStrictEqual({ found: null });
  });

  it('are none to what is not asked any more, whatever is sent along', () => {
    const asked = { towns: { ...lookups.towns, when: 'form.region != null' } };
    expect(anew({ region: null }, { towns: listing('t9') }, { lookups: asked })).toStrictEqual({
      towns: null,
    });
  });

  it('are what a later list is asked by', () => {
    const given = { towns: listing('t9'), streets: listing('s9') };
    expect(anew({ region: 'r2' }, given)).toStrictEqual({ towns: given.towns, found: given.streets });
    // the first town is the same one: the streets are asked as they were
    expect(anew({ region: 'r2' }, { ...given, towns: listing('t1') })).toStrictEqual({
      towns: listing('t1'),
    });
  });
});
