import { describe, expect, it } from 'vitest';
import type { Migrate } from '#core/definition/types.ts';
import { asOfficer, asParty, asSystem, olena, Play } from '../small-service.testing.ts';
import type { Case } from '../types.ts';
import { rehearse } from './rehearse.ts';
import { earlier, first, migrated, type Shape, second } from './versions.testing.ts';

type Rule = Partial<Migrate>;
type Change = (bundle: Shape) => void;
const text = { type: 'string' };
const owners = [
  { rnokpp: '2222222222', email: 'petro@mail.example' },
  { rnokpp: '3333333333', email: 'third@mail.example' },
];
const fields =
  (properties: object): Change =>
  ({ form }) => {
    Object.assign(form.schema.properties, properties);
  };
const withoutField =
  (...names: string[]): Change =>
  ({ form }) => {
    for (const name of names) delete form.schema.properties[name];
    form.schema.required = ['name', 'rnokpp'].filter((name) => !names.includes(name));
  };

function inReview(service = first, of: typeof owners = []): Play {
  const play = new Play(service);
  play.submit(of);
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  return play;
}
/** The same case with something else kept in it. */
function keeping(play: Play, data: Partial<Case['data']>): Play {
  play.case = { ...play.here, data: { ...play.here.data, ...data } };
  return play;
}
const over = (play: Play, rule: Rule, ...changes: Change[]): Case => {
  const next = second(rule, (bundle) => {
    for (const change of changes) change(bundle);
  });
  const { play: there, refusal } = migrated(play, next);
  expect(refusal).toBeUndefined();
  return there.here;
};
const lost = (play: Play, rule: Rule, ...changes: Change[]) =>
  rehearse(
    play.service,
    second(rule, (bundle) => {
      for (const change of changes) change(bundle);
    }),
    [play.here],
    play.now,
  ).cases[0]?.lost;

describe('the form that comes over', () => {
  const takesNote = fields({ note: text });

  it('is filled in by expressions; one that gives nothing leaves its field empty', () => {
    const fill = (value: string) =>
      over(inReview(), { data: { form: { fill: { '/note': value } } } }, takesNote);
    expect(fill('"так"').data.form).toEqual({ name: 'Олена', rnokpp: '1111111111', owners: [], note: 'так' });
    expect(fill('null').data.form).toEqual({ name: 'Олена', rnokpp: '1111111111', owners: [] });
  });

  it('is not refused for what was wrong before, wherever it has gone since', () => {
    const wrong = () => keeping(inReview(), { form: { name: 7, rnokpp: '1111111111' } });
    expect(over(wrong(), {}).data.form).toMatchObject({ name: 7 });
    const called = [withoutField('name'), fields({ called: text })];
    expect(
      over(wrong(), { data: { form: { move: { '/name': '/called' } } } }, ...called).data.form,
    ).toMatchObject({
      called: 7,
    });
    const missing = () => keeping(inReview(), { form: { rnokpp: '1111111111' } });
    expect(over(missing(), {}).data.form).toEqual({ rnokpp: '1111111111' });
    const strict: Change = ({ form }) => {
      form.schema.required = ['name', 'rnokpp', 'note'];
    };
    expect(
      migrated(
        missing(),
        second({}, (bundle) => [takesNote, strict].map((one) => one(bundle))),
      ).refusal,
    ).toMatchObject({
      code: 'invalidData',
      pointer: '/form',
      fields: [{ pointer: '/note', code: 'required' }],
    });
  });

  it('loses what has no field any more, but for what nobody entered', () => {
    expect(lost(inReview(), {}, withoutField('rnokpp'))).toEqual(['/rnokpp']);
    const computing = earlier(({ form }) => {
      Object.assign(form.schema.properties, { fee: { type: 'integer' } });
      Object.assign(form, { computed: { '/fee': '7' } });
    });
    expect(lost(inReview(computing), {})).toEqual([]);
    expect(lost(inReview(computing), {}, withoutField('rnokpp'))).toEqual(['/rnokpp']);
  });

  it('takes its marks and changes along, also those in a row, as far as the new form has their fields', () => {
    const play = inReview(first, owners);
    keeping(play, {
      marks: [{ pointer: '/owners/1/email' }, { pointer: '/owners/0/rnokpp' }, { pointer: '/name' }],
      changes: [{ pointer: '/name', by: 'officer' }] as never,
    });
    const rows: Change = ({ form }) => {
      Object.assign(form.schema.properties, {
        owners: { type: 'array', items: { type: 'object', properties: { mail: text, rnokpp: text } } },
      });
    };
    const move = { '/owners/*/email': '/owners/*/mail', '/name': '/called' };
    const { data } = over(
      play,
      { data: { form: { move } } },
      rows,
      withoutField('name'),
      fields({ called: text }),
    );
    expect(data.marks).toEqual([
      { pointer: '/owners/1/mail' },
      { pointer: '/owners/0/rnokpp' },
      { pointer: '/called' },
    ]);
    expect(data.changes).toEqual([{ pointer: '/called', by: 'officer' }]);
    const bare: Change = ({ form }) => {
      Object.assign(form.schema.properties, {
        owners: { type: 'array', items: { type: 'object', properties: { email: text } } },
      });
    };
    expect(over(play, {}, bare).data.marks).toEqual([{ pointer: '/owners/1/email' }, { pointer: '/name' }]);
  });

  it('is seen by the items of each as it is now', () => {
    const play = new Play(first);
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    const rows: Change = ({ form }) => {
      Object.assign(form.schema.properties, {
        owners: { type: 'array', items: { type: 'object', properties: { mail: text, rnokpp: text } } },
      });
    };
    const { data } = over(play, { data: { form: { move: { '/owners/*/email': '/owners/*/mail' } } } }, rows);
    expect(data.items).toEqual({
      consents: {
        1: { rnokpp: '2222222222', mail: 'petro@mail.example' },
        2: { rnokpp: '3333333333', mail: 'third@mail.example' },
      },
    });
  });
});

describe('what was entered in a state', () => {
  const decided = (data: object = { note: 'так' }, service = first) => {
    const play = inReview(service);
    play.review('approve', { data });
    return play;
  };
  const reviewAsks =
    (form: object | undefined): Change =>
    ({ flow }) => {
      Object.assign(flow.states.review ?? {}, { form });
    };

  it('is lost with its state, once for all that is kept of it, and by its field where that is gone', () => {
    const gone: Change = ({ flow }) => Reflect.deleteProperty(flow.states, 'review');
    const play = decided();
    const { results, data } = over(play, {}, gone);
    expect([results, data.results]).toEqual([{}, {}]);
    expect(lost(play, {}, gone)).toEqual(['review']);
    expect(lost(play, {}, reviewAsks(undefined))).toEqual(['review']);
    const other = { schema: { type: 'object', properties: { opinion: text } } };
    expect(lost(play, {}, reviewAsks(other))).toEqual(['review/note']);
    expect(
      lost(play, { renamed: { review: 'study' } }, ({ flow }) => {
        const named = JSON.stringify(flow).replaceAll('"review"', '"study"').replaceAll('review.', 'study.');
        Object.assign(flow, JSON.parse(named));
        Object.assign(flow.states.study ?? {}, { form: other });
      }),
    ).toEqual(['review/note']);
  });

  it('is as it was where nothing is said of it, also from the time before', () => {
    const play = inReview();
    play.review('return', { reason: 'ні', marks: [{ pointer: '/name' }], data: { note: 'перше' } });
    const changes = { '/name': 'Оля' };
    play.do(asParty(olena), { type: 'act', path: 'correction', action: 'resubmit', changes });
    play.review('approve', { data: { note: 'друге' } });
    expect(over(play, {}).data.results).toEqual(play.here.data.results);
    expect(over(decided(), {}).data.results.review).not.toHaveProperty('previous');
  });

  it('was nothing where its state asked nothing: the new form asks nothing of it either', () => {
    const asksNothing = earlier(reviewAsks(undefined));
    const play = decided({}, asksNothing);
    expect(play.here.data.results.review).not.toHaveProperty('entered');
    expect(over(play, {}).data.results).toEqual(play.here.data.results);
    const strict = { schema: { type: 'object', properties: { note: text }, required: ['note'] } };
    expect(over(play, {}, reviewAsks(strict)).data.results).toEqual(play.here.data.results);
    const { play: there } = migrated(play, second({}));
    const third = second({ from: 2 }, reviewAsks(strict));
    Object.assign(third.bundle, { version: 3 });
    const { play: again, refusal } = migrated(there, third);
    expect(refusal).toBeUndefined();
    expect(again.here.data.results).toEqual(play.here.data.results);
  });

  it('sees the application under its own name, as it is now', () => {
    const properties = { note: text, copy: text };
    const form = {
      schema: { type: 'object', properties },
      computed: { '/copy': 'application.called + " " + form.note' },
    };
    const renames = [withoutField('name'), fields({ called: text }), reviewAsks(form)];
    const { data } = over(decided(), { data: { form: { move: { '/name': '/called' } } } }, ...renames);
    expect(data.results.review).toMatchObject({ entered: { note: 'так', copy: 'Олена так' } });
  });

  it('is held to the choices and rows that the case gives its form', () => {
    const list = {
      type: 'array',
      items: { type: 'object', properties: { name: text, ok: { type: 'boolean' } } },
    };
    const form = (options: string) => ({
      schema: { type: 'object', properties: { who: text, list } },
      options: { '/who': options },
      rows: { '/list': '[{ name: form.name }]' },
    });
    const asks = form('if registry.found then [form.name] else []');
    const play = decided({ who: 'Олена', list: [{ ok: true }] }, earlier(reviewAsks(asks)));
    expect(over(play, {}, reviewAsks(asks)).data.results).toEqual(play.here.data.results);
    const called = [withoutField('name'), fields({ called: text })];
    const renamed = {
      schema: asks.schema,
      options: { '/who': '[form.called]' },
      rows: { '/list': '[{ name: form.called }]' },
    };
    const move = { data: { form: { move: { '/name': '/called' } } } };
    expect(over(play, move, ...called, reviewAsks(renamed)).data.results).toEqual(play.here.data.results);
    expect(migrated(play, second({}, reviewAsks(form('["Іван"]')))).refusal).toMatchObject({
      ...{ code: 'invalidData', pointer: '/review', fields: [{ pointer: '/who', code: 'enum' }] },
    });
  });

  it('sees what was entered in the states before it as it is called now', () => {
    const entered =
      (name: string): Change =>
      (bundle) => {
        reviewAsks({ schema: { type: 'object', properties: { [name]: text } } })(bundle);
        const { head } = (bundle.flow.states.signing?.branches ?? {}) as { [name: string]: Shape['flow'] };
        const form = {
          schema: { type: 'object', properties: { echo: text } },
          computed: { '/echo': `review.${name}` },
        };
        Object.assign(head?.states.headDecides ?? {}, { form });
      };
    const play = decided({ note: 'так' }, earlier(entered('note')));
    const [head, path] = [asOfficer('o-head', 'head'), 'signing/head/headDecides'];
    play.do(head, { type: 'claim', path });
    expect(play.do(head, { type: 'act', path, action: 'approve', data: {} })).toBeUndefined();
    const { data } = over(play, { data: { review: { move: { '/note': '/opinion' } } } }, entered('opinion'));
    expect(data.results).toMatchObject({
      review: { entered: { opinion: 'так' } },
      [path]: { entered: { echo: 'так' } },
    });
  });

  it('may be of a party', () => {
    const asks =
      (property: string): Change =>
      ({ flow }) => {
        flow.initial = 'ask';
        flow.states.ask = {
          ...{ type: 'party', party: 'applicant', actions: { agree: { to: 'check' } }, due: 'P5D' },
          ...{
            overdue: { to: 'abandoned' },
            form: { schema: { type: 'object', properties: { [property]: text } } },
          },
        };
      };
    const play = new Play(earlier(asks('wish')));
    play.submit();
    const act = { type: 'act', path: 'ask', action: 'agree', data: { wish: 'швидко' } } as const;
    expect(play.do(asParty(olena), act)).toBeUndefined();
    const { data } = over(play, { data: { ask: { move: { '/wish': '/hope' } } } }, asks('hope'));
    expect(data.results.ask).toMatchObject({ entered: { hope: 'швидко' } });
  });
});

describe('what else is kept by name', () => {
  it('are parties, and where each is of; one that is gone is lost', () => {
    const play = new Play(first);
    const many = Array.from({ length: 10 }, (_, n) => ({
      rnokpp: `${2000000000 + n}`,
      email: 'a@mail.example',
    }));
    play.submit(many);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    const renamed = { consents: 'agreements', owner: 'holder' };
    const change: Change = (bundle) => {
      const { consents, ...states } = bundle.flow.states;
      const told = JSON.stringify(consents).replaceAll('"owner"', '"holder"').replaceAll('owner.', 'holder.');
      Object.assign(bundle.flow, { states: { ...states, agreements: JSON.parse(told) } });
      const { owner, ...parties } = bundle.parties;
      Object.assign(bundle, { parties: { ...parties, holder: owner } });
    };
    const { parties, data } = over(play, { renamed }, change);
    expect(parties['holder/10']).toEqual({ party: 'holder', path: 'agreements/10' });
    expect(parties.applicant).toEqual(play.here.parties.applicant);
    expect(data.parties['holder/10']).toEqual(play.here.data.parties['owner/10']);
    expect(Object.keys(data.items)).toEqual(['agreements']);
    const leaves = (bundle: Shape) => {
      Reflect.deleteProperty(bundle.parties, 'owner');
      Reflect.deleteProperty(bundle.flow.states, 'consents');
    };
    const away = { states: { consents: { enter: 'review' } } };
    expect(lost(play, away, leaves)).toEqual(many.map((_, n) => `owner/${n + 1}`));
    expect(over(play, away, leaves).data.items).toEqual({});
    expect(Object.keys(over(play, away, leaves).data.parties)).toEqual(['applicant']);
  });

  it('is what was asked of other systems, while there is a state that asks it', () => {
    const play = inReview();
    expect(Object.keys(play.here.data.asks)).toEqual(['check']);
    expect(over(play, {}).data.asks).toEqual(play.here.data.asks);
    const gone: Change = ({ flow }) => {
      flow.initial = 'review';
      delete flow.states.check;
    };
    expect(over(play, {}, gone).data.asks).toEqual({});
  });

  it('are answers that a wait or a state gives; one that nothing gives is lost', () => {
    const hears: Change = ({ flow }) => {
      const event = { connector: 'bank', match: 'true', as: 'news' };
      flow.initial = 'hears';
      flow.states.hears = { type: 'wait', event, due: 'P5D', overdue: { to: 'abandoned' }, next: 'check' };
    };
    const play = new Play(earlier(hears));
    play.submit();
    const paid = { paid: true };
    expect(play.do(asSystem, { type: 'eventTold', connector: 'bank', event: paid })).toBeUndefined();
    expect(over(play, {}, hears).data.values).toEqual({ '': { news: paid } });
    expect(lost(play, {}, hears)).toEqual([]);
    expect(over(play, {}).data.values).toEqual({ '': {} });
    expect(lost(play, {})).toEqual(['news']);
  });

  it('are answers of the form, by the name under which it knows them', () => {
    const asks =
      (lookups: object): Change =>
      ({ form }) => {
        Object.assign(form, { lookups });
      };
    const lookup = { connector: 'population', input: {} };
    const play = new Play(earlier(asks({ person: lookup, plot: { ...lookup, as: 'land' } })));
    const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
    const lookups = { person: { alive: true }, land: { area: 6 } };
    play.do(asParty(olena), { type: 'submit', form, lookups, language: 'uk', channel: 'portal' });
    keeping(play, { lookups });
    const next = asks({ soul: { ...lookup, as: 'person' }, land: lookup });
    expect(over(play, {}, next).data.lookups).toEqual(lookups);
    expect(over(play, {}, asks({ person: lookup })).data.lookups).toEqual({ person: { alive: true } });
    expect(lost(play, {}, asks({ person: lookup }))).toEqual(['land']);
  });

  it('is who decided, by the state in which they did, and not who is an officer there', () => {
    const play = inReview();
    play.review('approve');
    const path = 'signing/head/headDecides';
    play.do(asOfficer('o-head', 'head'), { type: 'claim', path });
    play.do(asOfficer('o-head', 'head'), { type: 'act', path, action: 'approve', data: {} });
    const renamed = { head: 'chief' };
    const change: Change = ({ flow }) => {
      const { head, ...branches } = (flow.states.signing?.branches ?? {}) as { [name: string]: unknown };
      Object.assign(flow.states.signing ?? {}, { branches: { ...branches, chief: head } });
    };
    const there = over(play, { renamed }, change);
    expect(there.results['signing/chief/headDecides']).toEqual(play.here.results[path]);
    expect(there.results['signing/chief/headDecides']?.by).toMatchObject({ role: 'head', person: 'o-head' });
    expect(there.outcomes).toEqual({ 'signing/chief': 'approved' });
  });
});
