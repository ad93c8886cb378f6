import { describe, expect, it } from 'vitest';
import { asDrawn } from './order.ts';

describe('mistakes', () => {
  it('are listed in the order in which their fields are read, what is not drawn last', () => {
    const drawn = {
      properties: {
        person: { properties: { kind: {}, number: {} } },
        owners: { rows: [{ properties: { name: {} } }] },
      },
    };
    const found = ['/elsewhere', '/owners/0/name', '/person/number', '/person/kind'].map((pointer) => ({
      pointer,
    }));
    expect(asDrawn(found, drawn).map(({ pointer }) => pointer)).toEqual([
      '/person/kind',
      '/person/number',
      '/owners/0/name',
      '/elsewhere',
    ]);
  });
});
