import type { DesignerLibrary } from '#core/api/types.ts';
import type { Imported } from '#core/import/import.ts';
import type { ImportedRegistry } from '#core/import/regulation/registries.ts';
import type { Api } from '#portal/shell/api.ts';

/** Drafts of what an imported process asks and of the regulation's tables, where the library has none: the check then says what they lack. */
export async function draftBeside(
  api: Api,
  library: DesignerLibrary,
  agency: string,
  imported: Imported | undefined,
  registries: readonly ImportedRegistry[],
): Promise<void> {
  if (!imported) return;
  const { connectors = [] } = imported;
  const drafts = [
    ...connectors
      .filter(({ id }) => !Object.hasOwn(library.connectors, id))
      .map((one) => ['connector', one] as const),
    ...registries
      .filter(({ registry }) => !Object.hasOwn(library.registries, registry.id))
      .map(({ registry }) => ['registry', registry] as const),
  ];
  // one that is there already stays as it is
  for (const [kind, one] of drafts)
    await api.put(`/definitions/${kind}/${one.id}/draft`, { body: { ...one, agency }, ifMatch: '"0"' });
}
