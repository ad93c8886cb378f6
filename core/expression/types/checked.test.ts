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
    ['matches(form.name, "^(a+)+$")', ['feelPattern "^(a+)+$"']],
    ['matches(form.name, form.name)', ['feelPattern form.name']],
    [`"${'a'.repeat(4001)}"`, [`feelTooLong "${'a'.repeat(4001)}"`]],
  ])('%s is told', (source, expected) => {
    expect(found(source)).toEqual(expected);
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
