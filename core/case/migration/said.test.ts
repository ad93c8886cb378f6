import { describe, expect, it } from 'vitest';
import type { Scenario } from '#core/definition/types.ts';
import { asSystem, Play } from '../small-service.testing.ts';
import type { Case } from '../types.ts';
import { casesOfScenarios, rehearsedState } from './imagined.ts';
import { refusalOf, rehearse } from './rehearse.ts';
import { summaryOf } from './summary.ts';
import { first, second } from './versions.testing.ts';

type Change = Parameters<typeof second>[1];
type Rule = Parameters<typeof second>[0];

function inReview(service = first): Case {
  const play = new Play(service);
  play.toReview();
  return play.here;
}
function inCheck(service = first): Case {
  const play = new Play(service);
  play.submit();
  return play.here;
}
const now = '2026-03-03T08:00:00Z';
const one = (kase: Case, rule: Rule, change?: Change, from = first) =>
  rehearse(from, second(rule, change), [kase], now).cases[0];
const saidOf = (kase: Case, rule: Rule, change?: Change, from = first) =>
  one(kase, rule, change, from)?.says.map(({ uk, en }) => [uk, en]);

const without = (...words: string[]) => {
  const copy = structuredClone(first);
  for (const word of words) Reflect.deleteProperty(copy.bundle, word);
  return copy;
};

describe('what a rehearsal says of terms', () => {
  const stays = ['«Розгляд»: іде далі там само', '“Review”: goes on where it is'];

  it.each<[string, Change, string[]]>([
    [
      'the term in law that the new version sets longer',
      ({ decideWithin }) => Object.assign(decideWithin ?? {}, { workingDays: 20 }),
      [
        'Строк у законі лишається до 2026-03-17; у новій версії 20 робочих днів',
        'The term in law stays until 2026-03-17; the new version gives 20 working days',
      ],
    ],
    [
      'the term in law that the new version sets in days of the calendar',
      (bundle) => {
        const { workingDays: _, ...rest } = bundle.decideWithin ?? {};
        Object.assign(bundle, { decideWithin: { ...rest, days: 30 } });
      },
      [
        'Строк у законі лишається до 2026-03-17; у новій версії 30 днів',
        'The term in law stays until 2026-03-17; the new version gives 30 days',
      ],
    ],
    [
      'the term in law that the new version does not know',
      (bundle) => Reflect.deleteProperty(bundle, 'decideWithin'),
      ['Строк у законі припиняється', 'The term in law ends'],
    ],
    [
      'silence that means something else',
      ({ decideWithin }) =>
        Object.assign(decideWithin ?? {}, { overdue: { meaning: 'consent', to: 'granted' } }),
      [
        'Строк у законі (до 2026-03-17): мовчання означає вже інше',
        'The term in law (until 2026-03-17): silence means something else now',
      ],
    ],
    [
      'a deadline that the new version does not set any more',
      ({ flow }) => Reflect.deleteProperty(flow.states.review ?? {}, 'due'),
      ['Строк стану «Розгляд» лишається до 2026-03-05', 'The deadline of “Review” stays until 2026-03-05'],
    ],
  ])('%s', (_, change, words) => {
    expect(saidOf(inReview(), {}, change)).toEqual([stays, words]);
  });

  it('that begin: of the state, and of the whole case where its term runs from a state that it enters', () => {
    const from = without('decideWithin');
    const said = saidOf(
      inCheck(from),
      { states: { check: { enter: 'review' } } },
      ({ decideWithin }) => Object.assign(decideWithin ?? {}, { from: 'review' }),
      from,
    );
    expect(said).toEqual([
      ['«Перевірка в реєстрі» → «Розгляд»', '“Check in a registry” → “Review”'],
      ['Скасовується очікування: «Перевірка в реєстрі»', 'No longer waited for: “Check in a registry”'],
      ['Починається наново: «Розгляд»', 'Begins anew: “Review”'],
      ['Строк у законі починається: до 2026-03-18', 'The term in law begins: until 2026-03-18'],
      [
        'Строк стану «Розгляд» починається: до 2026-03-06',
        'The deadline of “Review” begins: until 2026-03-06',
      ],
    ]);
  });

  it('nothing where neither version knows any', () => {
    const from = without('decideWithin');
    expect(
      saidOf(inReview(from), {}, (bundle) => Reflect.deleteProperty(bundle, 'decideWithin'), from),
    ).toEqual([stays]);
  });
});

describe('what a rehearsal says of a case', () => {
  it('that it would end at once, and how', () => {
    const found = one(inReview(), { states: { review: { enter: 'refused' } } });
    expect(found).toMatchObject({ result: 'moves', outcome: 'refused', to: [] });
    expect(found?.says[0]).toEqual({
      ...{ uk: '«Розгляд» → завершиться: refused', en: '“Review” → will end: refused' },
    });
  });

  it('what it would lose: a field by its title, also in a row; an answer by its name', () => {
    const from = structuredClone(first);
    Object.assign(from.bundle.form, {
      texts: {
        '/rnokpp': { title: { uk: 'РНОКПП', en: 'Tax number' } },
        '/owners/*/email': { title: { uk: 'Пошта' } },
      },
    });
    const play = new Play(from);
    play.submit([{ rnokpp: '2222222222', email: 'petro@mail.example' }]);
    const effect = play.effect('check');
    play.do(asSystem, { type: 'callAnswered', effect, result: { found: true } });
    const said = saidOf(
      play.here,
      {},
      ({ form, flow }) => {
        const schema = form.schema as { properties: { rnokpp?: object; owners: { items: object } } };
        delete schema.properties.rnokpp;
        Object.assign(schema, { required: ['name'] });
        Object.assign(schema.properties.owners.items, { properties: { rnokpp: { type: 'string' } } });
        Object.assign(flow.states.check ?? {}, { as: 'population' });
      },
      from,
    );
    expect(said?.slice(1)).toEqual([
      [
        'Втрачається: registry, РНОКПП (/rnokpp), Пошта (/owners/0/email)',
        'Is lost: registry, Tax number (/rnokpp), Пошта (/owners/0/email)',
      ],
    ]);
  });

  it('field by field why the new form does not take it, by the titles of the new version', () => {
    const said = saidOf(inReview(), {}, ({ form }) => {
      const schema = form.schema as { properties: object; required: string[] };
      Object.assign(schema.properties, { iban: { type: 'string' }, phone: { type: 'string' } });
      schema.required.push('iban', 'phone');
      Object.assign(form, { texts: { '/iban': { title: { uk: 'Рахунок', en: 'Account' } } } });
    });
    expect(said?.[0]).toEqual(['«Розгляд»: лишається на своїй версії', '“Review”: stays on its version']);
    expect(said?.slice(2)).toEqual([
      ['Рахунок (/iban): Заповніть це поле', 'Account (/iban): Fill in this field'],
      ['/phone: Заповніть це поле', '/phone: Fill in this field'],
    ]);
  });

  it('that it has ended, and waits nowhere', () => {
    const play = new Play(first);
    play.toReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    expect(saidOf(play.here, {})).toEqual([
      ['ніде: лишається на своїй версії', 'nowhere: stays on its version'],
      ['Справу вже завершено', 'The case has ended'],
    ]);
    expect(one(play.here, {})).toMatchObject({
      ...{ case: play.here.id, reference: play.here.reference, from: [], to: [] },
      ...{ cancelled: [], entered: [], lost: [], terms: [] },
    });
  });

  it('where it waits and would wait: every place once by its title, the places in their order', () => {
    const play = new Play(first);
    const owners = Array.from({ length: 10 }, (_, n) => ({ rnokpp: `${2000000000 + n}`, email: '' }));
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    const found = one(play.here, {});
    const paths = ['1', '10', '2', '3', '4', '5', '6', '7', '8', '9'].map((n) => `consents/${n}/ask`);
    expect(found).toMatchObject({ from: paths, to: paths });
    expect(found?.says).toEqual([
      {
        uk: '«Очікуємо на відповідь»: іде далі там само',
        en: '“Waiting for an answer”: goes on where it is',
      },
    ]);
  });

  it('that it goes on under another title, be it another in one language alone', () => {
    const called = (title: object) =>
      saidOf(inReview(), {}, ({ flow }) => Object.assign(flow.states.review ?? {}, { title }));
    expect(called({ uk: 'Розгляд', en: 'Study' })).toEqual([['«Розгляд» → «Розгляд»', '“Review” → “Study”']]);
    expect(called({ uk: 'Вивчення', en: 'Review' })).toEqual([
      ['«Розгляд» → «Вивчення»', '“Review” → “Review”'],
    ]);
    expect(called({ uk: 'Вивчення' })).toEqual([['«Розгляд» → «Вивчення»', '“Review” → “Вивчення”']]);
  });

  it('what it would lose of a long list, and of a list of values, by the title of every row', () => {
    const from = structuredClone(first);
    Object.assign(from.bundle.form, {
      texts: {
        '/owners/*/email': { title: { uk: 'Пошта', en: 'Mail' } },
        '/phones/*': { title: { uk: 'Телефон', en: 'Phone' } },
      },
    });
    const kase = inReview(from);
    const owners = Array.from({ length: 11 }, (_, n) => (n < 10 ? {} : { email: 'a@mail.example' }));
    const form = { ...kase.data.form, owners, phones: ['380441234567'] };
    const rows: Change = ({ form: { schema } }) => {
      const { owners: list } = schema.properties as { owners: { items: object } };
      Object.assign(list.items, { properties: { rnokpp: { type: 'string' } } });
    };
    expect(one({ ...kase, data: { ...kase.data, form } }, {}, rows, from)?.says.slice(1)).toEqual([
      {
        uk: 'Втрачається: Пошта (/owners/10/email), Телефон (/phones/0)',
        en: 'Is lost: Mail (/owners/10/email), Phone (/phones/0)',
      },
    ]);
  });

  it('an expression of the migration that cannot be worked out, as a fault of the definition', () => {
    const found = one(inReview(), { data: { form: { fill: { '/name': 'form.name + 1' } } } });
    expect(found).toMatchObject({ result: 'refused', refusal: { code: 'definitionFault' } });
  });

  it('in Ukrainian where the definition has no other language', () => {
    const from = structuredClone(first);
    Object.assign(from.bundle.flow.states.review ?? {}, { title: { uk: 'Вивчення' } });
    const gone: Change = ({ flow }) => Reflect.deleteProperty(flow.states, 'review');
    expect(one(inReview(from), {}, gone, from)?.refusal?.message.en).toContain('from the state “Вивчення”');
    const asked: Change = ({ flow }) => Object.assign(flow.states.check ?? {}, { connector: 'people' });
    Object.assign(from.bundle.flow.states.check ?? {}, { title: { uk: 'Перевірка' } });
    expect(one(inCheck(from), {}, asked, from)?.refusal?.message.en).toContain('In the state “Перевірка”');
  });
});

describe('an error of the machinery itself', () => {
  it('is no refusal of a case', () => {
    const broken = new TypeError('no such thing');
    expect(() => refusalOf(broken)).toThrow(broken);
  });
});

describe('what a rehearsal counts', () => {
  it('reasons alike together, most frequent first', () => {
    const stays = { uk: 'Старі правила', en: 'Old rules' };
    const next = second({ states: { review: { stays } } }, ({ flow }) =>
      Reflect.deleteProperty(flow.states, 'check'),
    );
    const cases = [inCheck(), inReview(), inReview()];
    const { reasons, says } = rehearse(first, next, cases, now);
    expect(reasons.map(({ code, count }) => [code, count])).toEqual([
      ['staysBehind', 2],
      ['notMapped', 1],
    ]);
    expect(says.map(({ uk }) => uk)).toEqual([
      'Версія 1 → версія 2',
      '2 справи на своїй версії, як каже опис послуги',
      '1 справа на своїй версії: нова не може їх прийняти',
    ]);
  });

  it.each([
    [1, '1 справа на нову версію', '1 case to the new version'],
    [3, '3 справи на нову версію', '3 cases to the new version'],
    [11, '11 справ на нову версію', '11 cases to the new version'],
    [21, '21 справа на нову версію', '21 cases to the new version'],
  ])('%i as one says it', (moves, uk, en) => {
    expect(summaryOf(1, 2, { moves, stays: 0, refused: 0 })[1]).toEqual({ uk, en });
  });
});

describe('where there are no cases', () => {
  const rule = { renamed: { review: 'study' }, data: { form: { move: { '/name': '/called' } } } };
  const scenario = {
    submittedAt: '2026-03-02T08:00:00Z',
    applicant: { person: 'p-1', birthDate: '1990-05-01', rnokpp: '1111111111' },
    form: { called: 'Олена', rnokpp: '1111111111' },
    steps: [
      { answer: 'check', result: {} },
      { as: 'registrar', at: 'study', act: 'approve', data: {} },
    ],
  } as unknown as Scenario;
  const statesOf = (cases: Case[]) => cases.map(({ position }) => position?.state);

  it('a scenario that was written for the new version is played as the version before calls things', () => {
    expect(statesOf(casesOfScenarios(first, [scenario]))).toEqual([]);
    expect(statesOf(casesOfScenarios(first, [scenario], { from: 1, ...rule }))).toEqual([
      ...['check', 'review', 'signing'],
    ]);
    const { data: _, ...names } = rule;
    const old = { ...scenario, form: { name: 'Олена', rnokpp: '1111111111' } };
    expect(statesOf(casesOfScenarios(first, [old], { from: 1, ...names }))).toEqual([
      ...['check', 'review', 'signing'],
    ]);
  });

  it('a scenario that fits neither version is played as far as it goes', () => {
    const steps = [scenario.steps[0], { as: 'registrar', at: 'nowhere', act: 'approve', data: {} }];
    const form = { name: 'Олена', rnokpp: '1111111111' };
    const odd = { ...scenario, form, steps } as unknown as Scenario;
    expect(statesOf(casesOfScenarios(first, [odd], { from: 1, ...rule }))).toEqual(['check', 'review']);
  });

  it('no state comes over to a version that takes over none of this one', () => {
    expect(rehearsedState(first, second({ from: 7 }), 'review')).toMatchObject({
      ...{ result: 'refused', from: ['review'], refusal: { code: 'otherVersion' } },
    });
  });

  it('an item comes over with the group around it', () => {
    expect(rehearsedState(first, second({}), 'consents/1/ask')).toMatchObject({
      ...{ result: 'moves', to: ['consents/1/ask'], cancelled: [] },
    });
    const enters = second({ states: { ask: { enter: 'ask' } } });
    expect(rehearsedState(first, enters, 'consents/1/ask')).toMatchObject({
      ...{ result: 'moves', to: ['consents/1/ask'], entered: ['consents/1/ask'] },
    });
  });
});
