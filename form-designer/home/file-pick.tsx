import { useId } from 'react';
import type { Imported } from '#core/import/import.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { isObject, type JsonObject } from '../commands/json.ts';
import { designerTexts } from '../texts.ts';

/** What files hold: a definition, or forms of other systems, made in the languages of an agency. */
export type Picked =
  | { readonly definition: JsonObject }
  | { readonly importing: (languages: readonly string[]) => Promise<Imported[]> };

/** Reads what was picked; the importers are loaded only now. Undefined where none of it is a definition or a form. */
async function readAll(files: readonly File[]): Promise<Picked | undefined> {
  const { importAll, sourceOf } = await import('#core/import/import.ts');
  const sources = await Promise.all(files.map(async (file) => sourceOf(file.name, await file.text())));
  const definition = sources.find(({ format }) => format === 'definition')?.value;
  if (isObject(definition)) return { definition };
  const importing = (languages: readonly string[]) => importAll(sources, { languages });
  return (await importing(['uk', 'en'])).length > 0 ? { importing } : undefined;
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
        accept=".json,.bpmn,.yml,.yaml,application/json"
        aria-describedby={mistake ? `${id}-error` : undefined}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          readAll(files).then(onRead, () => onRead(undefined));
        }}
      />
    </div>
  );
}
