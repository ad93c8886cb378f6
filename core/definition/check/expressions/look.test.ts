import { describe, expect, it } from 'vitest';
import { library } from '../../library.ts';
import { mended } from '../../mend.ts';
import { shipped } from '../../shipped.testing.ts';
import type { DefinitionRef, JsonPatch, Library } from '../../types.ts';
import { check } from '../check.ts';
import { expressionProblems, lookAt } from './look.ts';

const plate = { type: 'object', properties: { plate: { type: 'string' } } };
/** What is drawn of a connector and a registry so far: both lack much. */
const cars = {
  id: 'cars',
  kind: 'rest',
  input: plate,
  result: 'response.body',
  operations: { sell: { request: { method: 'POST', body: '{ plate: plate }' } } },
};
const permits = {
  id: 'permits',
  versions: [{ version: 1, schema: plate }],
  public: { where: 'record.zone = 1' },
};

const residence: DefinitionRef = { kind: 'service', id: 'residence-registration' };

/** The shipped library with one service changed. */
function changed(patch: JsonPatch): Library {
  const { services } = shipped;
  const text = mended(JSON.stringify(services[residence.id]), patch);
  return { ...shipped, services: { ...services, [residence.id]: JSON.parse(text) } };
}
const words = (name: string, expression: string): JsonPatch => [
  {
    op: 'add',
    path: `/flow/states/review/actions/${name}`,
    value: { to: [{ when: expression, to: 'review' }, { to: 'review' }] },
  },
];

describe('what an expression sees where it stands', () => {
  it('is what the check lets it use: the form, what was entered before, what is there in this place alone', () => {
    const at = '/flow/states/review/actions/try/to/0/when';
    const looked = lookAt(changed(words('try', 'true')), residence, at);
    expect(Object.keys(looked?.sight.names ?? {})).toEqual(
      expect.arrayContaining(['form', 'identity', 'review', 'case', 'parameters', 'outcomes']),
    );
    expect(looked?.wanted).toEqual({ kinds: ['boolean'] });
    const computed = lookAt(
      changed([{ op: 'add', path: '/form/computed', value: { '/new': '1' } }]),
      residence,
      '/form/computed/~1new',
    );
    expect(computed?.sight.names.review).toBeUndefined();
  });

  it('is nothing where no expression stands', () => {
    expect(lookAt(shipped, residence, '/title')).toBeUndefined();
  });

  it('is the answer of the other system in a connector, the record in a registry', () => {
    const asks = {
      'connectors/cars.json': JSON.stringify(cars),
      'registries/permits.json': JSON.stringify(permits),
    };
    const { library: known } = library(asks);
    const names = (ref: DefinitionRef, pointer: string) =>
      Object.keys(lookAt(known, ref, pointer)?.sight.names ?? {});
    expect(names({ kind: 'connector', id: 'cars' }, '/result')).toEqual(['plate', 'input', 'response']);
    expect(names({ kind: 'connector', id: 'cars' }, '/operations/sell/request/body')).toEqual([
      'plate',
      'input',
    ]);
    expect(names({ kind: 'registry', id: 'permits' }, '/public/where')).toEqual(['record']);
    const found = expressionProblems(known, { kind: 'registry', id: 'permits' });
    expect(found.map(({ code, pointer }) => `${pointer} ${code}`)).toEqual(['/public/where unknownFieldOf']);
  });
});

describe('mistakes in expressions', () => {
  it('are told as the check tells them', () => {
    const library = changed(words('try', 'form.nothing'));
    const told = check(library, residence).filter(({ within }) => within);
    expect(told).not.toEqual([]);
    expect(expressionProblems(library, residence).filter(({ within }) => within)).toEqual(
      told.map(({ file: _, line: __, column: ___, ...one }) => one),
    );
  });

  it('are told though another place of the definition has no right shape yet', () => {
    const library = changed([
      ...words('try', '1 +'),
      {
        op: 'add',
        path: '/flow/states/asking',
        value: { type: 'call', connector: '', input: {}, next: 'review' },
      },
    ]);
    expect(check(library, residence).some(({ within }) => within)).toBe(false);
    expect(expressionProblems(library, residence).map(({ code }) => code)).toContain('feelSyntax');
  });

  it('are looked for as far as it goes, however broken the rest is', () => {
    const library = changed([{ op: 'replace', path: '/flow/states', value: 7 }]);
    expect(() => expressionProblems(library, residence)).not.toThrow();
    expect(() => lookAt(library, residence, '/form/computed/~1fee')).not.toThrow();
  });
});
