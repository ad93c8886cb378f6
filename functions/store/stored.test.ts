import { unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromItem, toItem } from './stored.ts';

const item = fc.record({
  pk: fc.string({ minLength: 1 }),
  seq: fc.integer(),
  card: fc.array(fc.jsonValue(), { maxLength: 3 }),
  form: fc.dictionary(fc.string(), fc.jsonValue()),
});

describe('an item of the table of cases', () => {
  it('comes back as it was put, numbers and the order of names included', () => {
    fc.assert(
      fc.property(item, (given) => {
        const text = JSON.stringify(given);
        expect(JSON.stringify(fromItem(toItem(JSON.parse(text))))).toBe(text);
      }),
    );
  });

  it('keeps keys and plain values as attributes, a whole as its text', () => {
    const kept = toItem({ pk: 'a#c#1', seq: 2, open: true, gone: undefined, case: { id: '1', parties: {} } });
    expect(kept).toEqual({
      pk: { S: 'a#c#1' },
      seq: { N: '2' },
      open: { BOOL: true },
      case: { M: { json: { S: '{"id":"1","parties":{}}' } } },
    });
    expect(unmarshall(kept).case).toEqual({ json: '{"id":"1","parties":{}}' });
  });

  it('leaves the maps of another table as they are', () => {
    expect(fromItem({ record: { M: { name: { S: 'Олена' } } } })).toEqual({ record: { name: 'Олена' } });
    const named = { M: { json: { S: 'не текст JSON' }, name: { S: 'Олена' } } };
    expect(fromItem({ record: named })).toEqual({ record: { json: 'не текст JSON', name: 'Олена' } });
  });
});
