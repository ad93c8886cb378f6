import { describe, expect, it } from 'vitest';
import { isReserved, mentions } from './index.ts';

const names = ['form', 'applicant', 'today'];

describe('what an expression mentions', () => {
  it.each<[string, string[]]>([
    ['form.person.name + applicant.name', ['form.person.name', 'applicant.name']],
    ['form . place . city', ['form.place.city']],
    ['form.people[1].name', ['form.people']],
    ['count(form.people[age > form.least])', ['form.people', 'form.least']],
    ['"form.text" + other.form.kind', []],
    ['form.a = form.a', ['form.a']],
    ['form', ['form']],
    // a loop’s own name is none, what it goes through is
    ['for form in applicant.all return form.kind', ['applicant.all']],
    ['some p in form.people satisfies p.age > form.least', ['form.people', 'form.least']],
    ['for i in 1..3 return form.a', ['form.a']],
    ['', []],
    ['form.', ['form']],
  ])('%s', (source, found) => {
    expect(mentions(source, names)).toEqual(found);
  });

  it.each<[string, string[]]>([
    ['for p in form.people return p.name', ['form.people.name']],
    ['for p in form.people return p', ['form.people']],
    // nothing of a row is taken: how many there are still counts
    ['for p in form.people return 1', ['form.people']],
    ['for p in form.people, c in p.children return c.name', ['form.people.children.name']],
    ['for i in 1..3 return form.a', ['form.a']],
    ['for p in form.people[age > 3] return p.name', ['form.people']],
  ])('of rows, only what is taken of each: %s', (source, found) => {
    expect(mentions(source, names, { rows: true })).toEqual(found);
  });
});

it('a word of the grammar, of FEEL or of ours is no name to give', () => {
  for (const word of ['if', 'satisfies', 'count', 'string join', 'total', 'money'])
    expect([word, isReserved(word)]).toEqual([word, true]);
  expect(isReserved('person')).toBe(false);
});
