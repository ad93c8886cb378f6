import { describe, expect, it } from 'vitest';
import { exported } from './exported.ts';
import { bundle, check, hash } from './index.ts';
import { shipped } from './shipped.testing.ts';

describe.each(Object.values(shipped.services).map((service) => [service.id, service] as const))(
  '%s as one file',
  (id, service) => {
    const alone = { ...shipped, parts: {} };

    it('bundled, leans on no part of the installation that reads it', () => {
      const file = JSON.parse(JSON.stringify(exported(shipped, service, 'bundled')));
      const there = { ...alone, services: { [id]: file } };
      expect(JSON.stringify(file)).not.toContain('/parts/');
      expect(check(there, { kind: 'service', id }).filter(({ severity }) => severity === 'mistake')).toEqual(
        [],
      );
      expect(hash(bundle(there, id, 1))).toBe(hash(bundle(shipped, id, 1)));
    });

    it('linked, is as it was written', () => {
      expect(exported(shipped, service, 'linked')).toEqual(service);
    });
  },
);
