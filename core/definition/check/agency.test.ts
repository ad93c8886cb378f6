import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { library } from '../library.ts';
import type { Agency } from '../types.ts';
import { checkAgency } from './agency.ts';

const file = resolve(import.meta.dirname, '../../../service-definitions/agencies/dms.json');
const dms = JSON.parse(readFileSync(file, 'utf8')) as Agency;
const found = (more: Partial<Agency>) =>
  checkAgency(library({}).library, { ...dms, ...more }).map((p) => `${p.code} ${p.pointer}`);
const title = { uk: 'Особливий період' };

describe('an agency', () => {
  it('may suspend terms only until a day: else none could be counted', () => {
    const regime = { id: 'special', title, act: 'Закон', from: '2026-01-01', termsSuspended: true };
    expect(found({ regimes: [regime] })).toEqual(['suspendedForEver /regimes/0']);
    expect(found({ regimes: [{ ...regime, to: '2026-06-30' }] })).toEqual([]);
  });
  it('has regimes and closures that end after they begin', () => {
    const regime = { id: 'special', title, act: 'Закон', from: '2026-02-01', to: '2026-01-01' };
    const closure = { from: '2026-02-01', to: '2026-01-31', why: title };
    expect(found({ regimes: [regime], closures: [closure] })).toEqual([
      'wrongOrder /regimes/0/to',
      'wrongOrder /closures/0/to',
    ]);
  });
  it('of which two publish has a role that may', () => {
    expect(found({ publishedBy: 'two' })).toEqual(['nobodyPublishes /publishedBy']);
    const roles = { ...dms.roles, publisher: { title, may: ['publish' as const] } };
    expect(found({ publishedBy: 'two', roles })).toEqual([]);
  });
});
