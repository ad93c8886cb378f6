import { useId, useState } from 'react';
import type { Agency, Text } from '#core/definition/types.ts';
import type { Imported, Source } from '#core/import/import.ts';
import type { ImportedRegistry } from '#core/import/regulation/registries.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { isObject, type JsonObject } from '../commands/json.ts';
import { deciding } from './beginning.ts';
import { newTexts } from './new-texts.ts';

/** What files hold: a definition, or forms of other systems, made in the languages of an agency. */
export type Picked =
  | { readonly definition: JsonObject }
  | { readonly importing: (agency: Pick<Agency, 'languages' | 'roles'>) => Promise<Making> };

/** What is made of files: services to choose from, and the registries of the tables that they describe. */
export type Making = {
  readonly made: readonly Imported[];
  readonly registries: readonly ImportedRegistry[];
};

/** What was picked, undefined where none of it is a definition or a form; and what is wrong with each file that is none. */
type Reading = { readonly picked: Picked | undefined; readonly unread: readonly Text[] };

/** Reads what was picked; the importers are loaded only now. */
async function readAll(files: readonly File[]): Promise<Reading> {
  const { NotImported } = await import('#core/import/imported.ts');
  const { importAll, sourceOf } = await import('#core/import/import.ts');
  const sources: Source[] = [];
  const unread: Text[] = [];
  for (const file of files)
    try {
      sources.push(sourceOf(file.name, await file.text()));
    } catch (error) {
      if (!(error instanceof NotImported)) throw error;
      unread.push(error.text);
    }
  const definition = sources.find(({ format }) => format === 'definition')?.value;
  if (isObject(definition)) return { picked: { definition }, unread };
  const all = ({ languages, roles }: Pick<Agency, 'languages' | 'roles'>) =>
    importAll(
      sources,
      { languages: languages ?? ['uk', 'en'] },
      { known: Object.keys(roles), role: deciding({ roles })[0] ?? '' },
    );
  const { made, not } = await all({ roles: {} });
  return {
    picked: made.length > 0 ? { importing: all } : undefined,
    unread: [...unread, ...not.map(({ problem }) => problem.text)],
  };
}

/** A control that takes one file or several that belong together. */
export function FilePick({
  mistake,
  onRead,
}: {
  mistake: string | undefined;
  onRead: (value: Picked | undefined) => void;
}) {
  const t = useTexts(newTexts);
  const read = useLocalised();
  const id = useId();
  const [unread, setUnread] = useState<readonly Text[]>([]);
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
          readAll(files).then(
            (reading) => {
              setUnread(reading.unread);
              onRead(reading.picked);
            },
            () => onRead(undefined),
          );
        }}
      />
      <div aria-live="polite">
        {unread.length > 0 ? (
          <>
            <p>{t('unread')}</p>
            {unread.map((why) => (
              <p key={why.en} className="k-hint">
                {read(why)}
              </p>
            ))}
          </>
        ) : null}
      </div>
    </div>
  );
}
