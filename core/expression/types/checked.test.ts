import { describe, expect, it } from 'vitest';
import { checked, type Type, typeOfSchema } from './index.ts';

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    age: { type: 'integer' },
    born: { type: 'string', format: 'date' },
    kind: { type: 'string', enum: ['self', 'child', 'other'] },
    agreed: { type: 'boolean' },
    address: {
      type: 'object',
      properties: { street: { type: 'string' }, house: { type: 'string' } },
      required: ['street'],
    },
    owners: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { type: 'string' }, share: { type: 'number' } },
        required: ['name'],
      },
    },
    tags: { type: 'array', items: { type: 'string' } },
  },
  required: ['name', 'born', 'kind'],
  allOf: [
    {
      if: { properties: { kind: { const: 'child' } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: {
        properties: {
          child: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
        },
        required: ['child', 'age'],
      },
    },
  ],
};
const { type: form, implications } = typeOfSchema(schema, 'form');
const names: { [name: string]: Type } = { form, today: { kind: 'string', format: 'date' } };

const found = (source: string, given: { strict?: boolean; condition?: boolean } = {}) => {
  const { strict = true, condition = false } = given;
  const wanted = condition ? { kinds: ['boolean'] as const } : { empty: true };
  return checked(source, { names, implications, strict }, wanted).findings.map(
    ({ code, from, to, instead }) =>
      `${code} ${source.slice(from, to)}${instead === undefined ? '' : ` -> ${instead}`}`,
  );
};

describe('an expression is looked through before anyone runs it', () => {
  it('does not ask again “what if it is empty?” where that was asked, though it is known to be empty here', () => {
    const facts = new Map([['form.age', { absent: true }]]);
    const asked = 'form.age != null and form.age > 3';
    const { findings } = checked(asked, { names, implications, strict: true, facts }, { kinds: ['boolean'] });
    expect(findings.map(({ code }) => code)).not.toContain('mayBeEmpty');
  });

  it.each(
    [
      'form.name + " " + form.kind',
      'form.age = null',
      'if form.age != null then form.age + 1 else 0',
      'form.age = null or form.age > 3',
      'form.age != null and form.age > 3',
      'not(form.age = null) and form.age > 3',
      'if form.kind = "child" then form.child.name else form.name',
      'if form.kind = "child" then form.age + 1 else 0',
      'if form.kind in ("child") then form.age + 1 else 0',
      'date(form.born) < date(today)',
      'date(if form.agreed = true then "2026-01-01" else "2027-01-01")',
      'date(form.kind + "-01-01")',
      'years and months duration(date(form.born), date(today)).years',
      'count(form.owners[share != null and share > 1])',
      'form.owners[1].name = null',
      'for o in form.owners return o.name',
      'some o in form.owners satisfies o.share = null',
      'string join(form.tags, ", ")',
      'sort(form.owners, function(a, b) a.name < b.name)',
      '{ a: form.name }.a',
      'if form.address.house = null then form.name else form.address.house',
      'concatenate([form.name], form.tags, [])',
      'substring(form.name, 1)',
    ].slice(0, -1),
  )('%s is right', (source) => {
    expect(found(source)).toEqual([]);
  });

  it.each([
    ['1 +', ['feelSyntax ']],
    ['', ['feelSyntax ']],
    ['frm.name', ['unknownName frm -> form']],
    ['form.nmae', ['unknownFieldOf nmae -> name']],
    ['form.address.stret', ['unknownFieldOf stret -> street']],
    ['form.owners.nam', ['unknownFieldOf nam -> name']],
    ['form.name.first', ['noFields first']],
    ['form.age + 1', ['mayBeEmpty form.age']],
    ['form.age > 3', ['mayBeEmpty form.age']],
    ['if form.agreed then 1 else 2', ['mayBeEmpty form.agreed']],
    ['form.address.street + "!"', ['mayBeEmpty form.address.street']],
    ['form.child.name + "!"', ['mayBeEmpty form.child.name']],
    ['form.name > 3', ['unlikeTypes form.name > 3']],
    ['date(form.born) < today', ['unlikeTypes today -> date(today)']],
    ['form.name + 1', ['wrongArithmetic 1 -> string(1)']],
    ['form.born + duration("P1D")', ['wrongArithmetic form.born -> date(form.born)']],
    ['form.name * 2', ['wrongArithmetic form.name * 2']],
    ['1 / 0', ['divisionByZero 0']],
    ['if form.name then 1 else 2', ['notCondition form.name']],
    ['form.kind = "chlid"', ['neverEqual "chlid" -> "child"']],
    ['if form.name = null then 1 else 2', ['unreachableBranch 1']],
    [
      'if form.kind = "self" and form.kind = "child" then 1 else 2',
      ['neverEqual "child"', 'unreachableBranch 1'],
    ],
    ['if true then 1 else 2', ['unreachableBranch 2']],
    ['cuont(form.owners)', ['unknownFunction cuont -> count']],
    ['count()', ['wrongArity count()']],
    ['substring("a", 1, 2, 3)', ['wrongArity substring("a", 1, 2, 3)']],
    ['count(form.name)', ['wrongArgument form.name']],
    ['substring(1, 2)', ['wrongArgument 1']],
    ['day of week(form.born)', ['wrongArgument form.born -> date(form.born)']],
    ['substring(strin: "a", start position: 1)', ['unknownArgument strin -> string']],
    [
      'sum(form.owners.share)',
      ['mayBeEmpty form.owners.share', 'listMayBeEmpty sum(form.owners.share) -> total(form.owners.share)'],
    ],
    ['date("2024-13-40")', ['badLiteral date("2024-13-40")']],
    ['date("-0001-01-01")', ['badLiteral date("-0001-01-01")']],
    ['date(form.name)', ['anyText form.name']],
    [
      'date(if form.agreed = true then form.name else form.born)',
      ['anyText if form.agreed = true then form.name else form.born'],
    ],
    ['number(form.kind)', ['anyText form.kind']],
    ['today()', ['feelClock today() -> today']],
    ['money(1)', ['onlyInTexts money']],
    ['form.address > form.address', ['noOrder form.address > form.address']],
    ['for i in form.name return i', ['notList form.name']],
    ['form.owners[1].name + "!"', ['mayBeEmpty form.owners[1]']],
    ['for a in form.owners, b in form.owners, c in form.owners return 1', ['feelLoops c in form.owners']],
    ['for i in 1..100000 return i', ['feelRange 1..100000']],
    ['(function(a) a)(1)', ['feelOwnFunction (function(a) a)(1)']],
    ['function(a) a', ['feelOwnFunction function(a) a']],
    ['reverse()', ['wrongArity reverse()']],
    ['append()', ['wrongArity append()']],
    ['form.tags in form.tags', ['listsCompared form.tags']],
    ['matches(form.name, "^(a+)+$")', ['feelPattern "^(a+)+$"']],
    ['matches(form.name, form.name)', ['feelPattern form.name']],
    [`"${'a'.repeat(4001)}"`, [`feelTooLong "${'a'.repeat(4001)}"`]],
  ])('%s is told', (source, expected) => {
    expect(found(source)).toEqual(expected);
  });

  it('of too many parts is told as too long, and not looked into', () => {
    const { findings } = checked(`[${'1,'.repeat(1600)}2]`, { names, strict: true });
    expect(findings.map(({ code }) => code)).toEqual(['feelTooLong']);
  });

  it('in a form what is absent waits, other slips do not', () => {
    expect(found('form.age > 3', { strict: false })).toEqual([]);
    expect(found('form.age > "3"', { strict: false })).toEqual(['unlikeTypes form.age > "3"']);
  });

  it('a condition is true or false', () => {
    expect(found('form.name', { condition: true })).toEqual(['notCondition form.name']);
    expect(found('form.agreed', { condition: true })).toEqual(['mayBeEmpty form.agreed']);
    expect(found('form.agreed = true', { condition: true })).toEqual([]);
  });
});

const about = (
  source: string,
  wanted: Parameters<typeof checked>[2],
  scope: { [name: string]: Type } = names,
) => {
  const { findings, type } = checked(source, { names: scope, implications, strict: true }, wanted);
  return { told: findings.map(({ code, from, to }) => `${code} ${source.slice(from, to)}`), type };
};

describe('what an expression must give', () => {
  it('is told where it gives another kind, or perhaps nothing', () => {
    expect(about('form.name', { kinds: ['number'] }).told).toEqual(['wrongResult form.name']);
    expect(about('form.age', { kinds: ['number'] }).told).toEqual(['mayBeEmpty form.age']);
    expect(about('null', { kinds: ['number'] }).told).toEqual(['mayBeEmpty null']);
    expect(about('form.age', { kinds: ['number'], empty: true }).told).toEqual([]);
    expect(about('form.name', { kinds: ['number', 'string'] }).told).toEqual([]);
  });
});

describe('of what kind the result is', () => {
  it.each<[string, object]>([
    ['[1..3]', { kind: 'range' }],
    ['if form.agreed = true then [1..3] else [2..5]', { kind: 'range' }],
    ['if form.agreed = true then 1 else "a"', { kind: 'mixed' }],
    ['if form.agreed = true then 1 else null', { kind: 'number', empty: true }],
    ['if form.agreed = true then [1..3].start else 1', { kind: 'any' }],
    ['if form.agreed = true then form.born else form.born', { kind: 'string', format: 'date' }],
    [
      'if form.agreed = true then {a: 1} else {b: "x"}',
      {
        kind: 'context',
        fields: { a: { kind: 'number', empty: true }, b: { kind: 'string', empty: true } },
      },
    ],
    [
      'if form.agreed = true then {a: 1, b: 2} else {a: "x"}',
      { kind: 'context', fields: { a: { kind: 'mixed' }, b: { kind: 'number', empty: true } } },
    ],
    ['if form.agreed = true then [] else [1]', { kind: 'list', of: { kind: 'number' } }],
    ['if form.agreed = true then date(form.born) else date("2026-01-01")', { kind: 'date' }],
    ['-form.name', { kind: 'string' }],
    ['-duration("P1D")', { kind: 'duration' }],
    ['-count(form.tags)', { kind: 'number' }],
    ['@"P1Y" instance of duration', { kind: 'boolean' }],
    ['duration("P1D") + date(form.born)', { kind: 'date' }],
    ['date(form.born) - date(today)', { kind: 'duration' }],
    ['@"10:00:00"', { kind: 'time' }],
    ['@"P1D"', { kind: 'duration' }],
    ['@"2026-01-01T10:00:00"', { kind: 'date and time' }],
    ['form.name instance of string', { kind: 'boolean' }],
    ['{"first name": form.name}', { kind: 'context', fields: { 'first name': { kind: 'string' } } }],
    ['[1..3].start', { kind: 'any' }],
    ['date(form.born).year', { kind: 'number' }],
    ['for i in 1..3 return i', { kind: 'list', of: { kind: 'number' } }],
    ['remove(form.tags, 1)', { kind: 'list', of: { kind: 'string' } }],
    ['remove(form.name, 1)', { kind: 'list', of: { kind: 'any' } }],
    ['append(form.name, 1)', { kind: 'list', of: { kind: 'string' } }],
    ['concatenate([1], form.tags)', { kind: 'list', some: true, of: { kind: 'mixed' } }],
  ])('of %s', (source, type) => {
    expect(about(source, { empty: true }).type).toMatchObject(type);
  });
});

describe('what conditions say', () => {
  it.each<[string, string[]]>([
    ['list contains(["child", "self"], form.kind) and form.kind = "other"', ['neverEqual "other"']],
    ['list contains(["child"], form.kind) and form.age > 3', []],
    ['list contains([null, "child"], form.kind) and form.age > 3', ['mayBeEmpty form.age']],
    ['list contains(form.tags, form.kind)', []],
    ['form.agreed = true and form.agreed', []],
    ['null = form.age or form.age > 3', []],
    ['(form.kind) = "child" and form.age > 3', []],
    ['form.age = null and form.age != 3 and form.age > 1', ['mayBeEmpty form.age']],
    [
      'if not(true) then form.kind = "self" else form.kind = "other"',
      ['unreachableBranch form.kind = "self"'],
    ],
    [
      'if null = null then form.kind = "self" else form.kind = "other"',
      ['unreachableBranch form.kind = "other"'],
    ],
    // of several kinds, or given by names, it says nothing of what it is
    ['list contains(["child", 1], form.kind) and form.age > 3', ['mayBeEmpty form.age']],
    ['list contains(list: ["child"], element: form.kind) and form.age > 3', ['mayBeEmpty form.age']],
    ['not(negand: form.kind = "child") or form.age > 3', ['mayBeEmpty form.age']],
    ['form.tags != null and count(form.tags) > 0', []],
    [
      'form.kind = "self" and form.kind = "child" and form.kind = "other"',
      ['neverEqual "child"', 'neverEqual "other"'],
    ],
    ['form.kind != "self" and form.kind != "child" and form.kind = "self"', ['neverEqual "self"']],
    ['(form.kind != "self" or form.kind != "self") and form.kind = "self"', ['neverEqual "self"']],
    ['some form in [{kind: "x"}] satisfies form.kind = "self"', ['neverEqual "self"']],
    ['form.kind = "child" and (some o in form.owners satisfies form.age > o.share)', ['mayBeEmpty o.share']],
    ['not(form.kind = "child") or form.age > 3', []],
    ['not(form.kind != "child") and form.age > 3', []],
    ['not()', ['wrongArity not()']],
    ['(form.kind = "child") and form.age > 3', []],
    ['(form.kind in ["child"]) and form.age > 3', []],
    ['form.age in (> 3)', ['mayBeEmpty form.age']],
    ['form.kind in (> 3)', ['unlikeTypes (> 3)']],
    ['form.kind in [1..3]', ['unlikeTypes [1..3]']],
    ['form.kind in (1, 2)', ['unlikeTypes 1', 'unlikeTypes 2']],
    ['{r: [1..3], in: 2 in r}.in = true', []],
    ['form.name between "a" and "b"', []],
    ['form.age between 1 and "b"', ['mayBeEmpty form.age', 'unlikeTypes form.age between 1 and "b"']],
    ['form.kind = 3', ['unlikeTypes form.kind = 3']],
    ['1 = 2', ['neverEqual 2']],
    ['form.tags = form.tags', ['listsCompared form.tags = form.tags']],
    ['if form.kind != "child" then 1 = 1 else form.age > 3', []],
    ['form.kind = "child" or form.kind = "self" or form.kind = "other"', []],
    ['(form.age = null and form.name = "a") or form.age = null', []],
  ])('%s', (source, expected) => {
    expect(about(source, { kinds: ['boolean'] }).told).toEqual(expected);
  });
});

describe('two fields that may be left empty', () => {
  const { type } = typeOfSchema(
    {
      type: 'object',
      properties: {
        one: { type: 'string', enum: ['a', 'b'] },
        other: { type: 'string', enum: ['c', 'd'] },
        sure: { type: 'string', enum: ['c', 'd'] },
      },
      required: ['sure'],
    },
    'form',
  );
  it.each<[string, string[]]>([
    // both may be empty, and alike then
    ['if form.one = form.other then 1 else 2', []],
    ['if form.one = form.sure then 1 else 2', ['unreachableBranch 1']],
  ])('of which no choice is the other’s: %s', (source, told) => {
    expect(about(source, {}, { form: type }).told).toEqual(told);
  });
});

describe('names that a place has', () => {
  const scope: { [name: string]: Type } = {
    nearest: {
      kind: 'function',
      parameters: [{ name: 'katottg', kinds: ['string'] }],
      result: { kind: 'string' },
    },
    moment: { kind: 'string', format: 'date-time' },
    open: { kind: 'context', fields: {}, open: true },
    some: { kind: 'any' },
    gone: { kind: 'null', empty: true },
    none: { kind: 'context', fields: {} },
    date1: { kind: 'date' },
    text: { kind: 'string', format: 'date' },
    rows: { kind: 'list', of: { kind: 'context', fields: { n: { kind: 'number' } } }, some: true },
  };
  it.each<[string, string[]]>([
    ['nearest("UA")', []],
    ['nearest(1)', ['wrongArgument 1']],
    ['nearest(katottg: "UA")', []],
    ['date(moment)', ['wrongArgument moment']],
    ['open.anything', []],
    ['some.thing.at.all', []],
    ['some + 1', []],
    ['1 + text', ['wrongArithmetic 1']],
    ['gone.thing = null', []],
    ['none.thing', ['unknownFieldOf thing']],
    ['text.year', ['noFields year']],
    ['text - date1', ['wrongArithmetic text']],
    ['date1 - text', ['wrongArithmetic text']],
    ['-text', ['wrongArithmetic -text']],
    ['sum(rows.n)', []],
    ['rows[1].n + 1', []],
    ['rows[-1].n + 1', []],
    ['rows[2].n + 1', ['mayBeEmpty rows[2]']],
    ['rows["x"]', ['notCondition "x"']],
    ['rows[true]', []],
    ['some[n > 1]', []],
    ['frobnicate(1)', ['unknownFunction frobnicate']],
    ['concatenate()', ['wrongArity concatenate()']],
    ['sort(some, function(a, b) a < b)', []],
  ])('%s', (source, expected) => {
    expect(about(source, { empty: true }, scope).told).toEqual(expected);
  });

  it('a hint lists twenty of many', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, n): [string, Type] => [`n${n}`, { kind: 'number' }]),
    );
    const [finding] = checked('zz', { names: many, strict: true }).findings;
    expect(finding?.holes.known).toMatch(/^n0, .*, n19…$/);
  });
});
