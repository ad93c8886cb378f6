import { describe, expect, it } from 'vitest';
import { mended } from '../../mend.ts';
import { shipped } from '../../shipped.testing.ts';
import type { DefinitionRef, JsonPatch, Library } from '../../types.ts';
import { check } from '../check.ts';
import { expressionProblems, lookAt } from './look.ts';

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

  it('is known in connectors and registries too', () => {
    for (const [id, { result }] of Object.entries(shipped.connectors)) {
      if (result === undefined) continue;
      const looked = lookAt(shipped, { kind: 'connector', id }, '/result');
      if (looked) expect(Object.keys(looked.sight.names)).toContain('response');
    }
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
