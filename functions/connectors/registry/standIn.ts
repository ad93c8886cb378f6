import type { RecordItem, Records } from './types.ts';

/** Records kept in memory by the same rules: what simulation and tests of other rooms write to. */
export function standIn(): Records & { all(): RecordItem[] } {
  const items = new Map<string, RecordItem>();
  const written = new Map<string, { registry: string; key: string; version: number }>();
  return {
    all: () => [...items.values()],
    get: async (key) => items.get(key) ?? null,
    async write(effect, key, next) {
      const known = written.get(effect);
      if (known) return { written: known };
      const item = next(items.get(key) ?? null);
      if ('refused' in item) return item;
      items.set(key, item);
      const made = { registry: item.registry, key: item.key, version: item.version };
      written.set(effect, made);
      return { written: made };
    },
    find: async () => [],
  };
}
