import { type Place, wayDown } from '#core/reference/places.ts';

/** What is printed of a place: never its bare code. */
const CODE = /\bUA\d{17}\b/g;
/** Lists of places under one, kept by a container: they change with a law, not with a document. */
const KEPT = 200;

/** Names the places whose codes stand in the values of a document, each by the way down to it. */
export function placesIn(below: (parent: string) => Promise<readonly Place[]>) {
  const lists = new Map<string, Promise<readonly Place[]>>();
  const known = (parent: string) => {
    const kept = lists.get(parent);
    if (kept) return kept;
    if (lists.size >= KEPT) lists.clear();
    const asked = below(parent).catch((error: unknown) => {
      lists.delete(parent);
      throw error;
    });
    lists.set(parent, asked);
    return asked;
  };
  return async (values: unknown, language: string): Promise<{ [code: string]: string }> => {
    const codes = [...new Set(JSON.stringify(values ?? null).match(CODE) ?? [])];
    const named = await Promise.all(
      codes.map(async (code) => [code, await wayDown(code, language, known)] as const),
    );
    return Object.fromEntries(named);
  };
}
