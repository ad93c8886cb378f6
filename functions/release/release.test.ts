import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, askedOf, physicalId, type ReleaseEvent, wasMade } from './event.ts';
import { difference, type Item, platformItems } from './heads.ts';

const event: ReleaseEvent = {
  RequestType: 'Create',
  ResponseURL: 'http://127.0.0.1:1/',
  StackId: 's',
  RequestId: 'r',
  LogicalResourceId: 'l',
  ResourceProperties: {
    ServiceToken: 'arn',
    Bucket: 'assets',
    Key: 'k.json',
    Hash: 'ab'.repeat(32),
    Kind: 'service',
    Id: 'residence',
  },
};

describe('what a release is asked for', () => {
  it('is read from the properties', () => {
    expect(askedOf(event.ResourceProperties)).toMatchObject({ kind: 'service', id: 'residence' });
  });
  it.each(['Bucket', 'Key', 'Hash', 'Kind', 'Id'])('names %s where that is wrong', (name) => {
    expect(() => askedOf({ ...event.ResourceProperties, [name]: '' })).toThrow(name);
  });
  it('takes nothing away where nothing was made', () => {
    const failed = answerTo(event, 'x'.repeat(9000));
    expect(String(failed.Reason).length).toBe(1000);
    expect(wasMade(String(failed.PhysicalResourceId))).toBe(false);
    expect(wasMade(physicalId(event, true))).toBe(true);
    expect(physicalId({ ...event, PhysicalResourceId: 'service-residence' }, false)).toBe(
      'service-residence',
    );
  });
});

describe('the definitions of the platform', () => {
  it('become heads, and territories under their parents', () => {
    const items = platformItems({
      agencies: { kyiv: { id: 'kyiv' } },
      connectors: {},
      registries: {},
      territories: {
        ua: [
          { code: 'A', name: 'Область', category: 'O' },
          { code: 'B', name: 'Місто', category: 'M', parent: 'A' },
        ],
      },
    });
    expect(items).toEqual([
      { pk: 'def#agency#kyiv', sk: 'head', kind: 'agency', id: 'kyiv', definition: { id: 'kyiv' } },
      { pk: 'def#agencies', sk: 'kyiv', definition: { id: 'kyiv' } },
      { pk: 'territory#', sk: 'A', code: 'A', name: 'Область', category: 'O' },
      { pk: 'territory#A', sk: 'B', code: 'B', name: 'Місто', category: 'M', leaf: true },
    ]);
  });
  it('differ by exactly what makes the one the other', () => {
    const items = fc.uniqueArray(
      fc.record({ pk: fc.constantFrom('a', 'b'), sk: fc.constantFrom('1', '2', '3'), v: fc.nat(2) }),
      { selector: ({ pk, sk }) => pk + sk },
    );
    const sorted = (some: Item[]) => some.toSorted((a, b) => (a.pk + a.sk < b.pk + b.sk ? -1 : 1));
    fc.assert(
      fc.property(items, items, (before, after) => {
        const { put, remove } = difference(before, after);
        const table = new Map<string, Item>(before.map((item) => [item.pk + item.sk, item]));
        for (const { pk, sk } of remove) table.delete(pk + sk);
        for (const item of put) table.set(item.pk + item.sk, item);
        expect(sorted([...table.values()])).toEqual(sorted(after));
      }),
    );
  });
});
