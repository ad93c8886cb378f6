import { useId } from 'react';
import type { Agency } from '#core/definition/types.ts';
import type { Imported } from '#core/import/import.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { isObject, type JsonObject } from '../commands/json.ts';
import { designerTexts } from '../texts.ts';
import { deciding } from './beginning.ts';

/** What files hold: a definition, or forms of other systems, made in the languages of an agency. */
export type Picked =
  | { readonly definition: JsonObject }
  | { readonly importing: (agency: Pick<Agency, 'languages' | 'roles'>) => Promise<Imported[]> };

/** Reads what was picked; the importers are loaded only now. Undefined where none of it is a definition or a form. */
async function readAll(files: readonly File[]): Promise<Picked | undefined> {
  const { importAll, sourceOf } = await import('#core/import/import.ts');
  const sources = await Promise.all(files.map(async (file) => sourceOf(file.name, await file.text())));
  const definition = sources.find(({ format }) => format === 'definition')?.value;
  if (isObject(definition)) return { definition };
  const importing = ({ languages, roles }: Pick<Agency, 'languages' | 'roles'>) =>
    importAll(
      sources,
      { languages: languages ?? ['uk', 'en'] },
      { known: Object.keys(roles), role: deciding({ roles })[0] ?? '' },
    ).then(({ made }) => made);
  return (await importing({ roles: {} })).length > 0 ? { importing } : undefined;
}

/** A control that takes one file or several that belong together. */
export function FilePick({
  mistake,
  onRead,
}: {
  mistake: string | undefined;
  onRead: (value: Picked | undefined) => void;
}) {
  const t = useTexts(designerTexts);
  const id = useId();
  return (
    <div className={mistake ? 'k-field k-field--error' : 'k-field'}>
      <label className="k-label" htmlFor={id}>
        {t('file')}
      </label>
      {mistake ? (
        <p className="k-error" id={`${id}-error`}>
          {mistake}
        </p>
      ) : null}
      <input
        id={id}
        type="file"
        multiple
        accept=".json,.bpmn,.yml,.yaml,.xml,.csv,application/json"
        aria-describedby={mistake ? `${id}-error` : undefined}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          readAll(files).then(onRead, () => onRead(undefined));
        }}
      />
    </div>
  );
}
