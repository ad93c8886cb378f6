import { useMemo } from 'react';
import type { ApplicationView } from '#core/api/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useTerritories } from '#portal/shell/territories.tsx';
import type { FormContext } from '#portal/theme/form/form-context.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { upload } from '../draft/upload.ts';
import { useScans } from '../draft/use-scans.ts';
import { citizenTexts } from '../texts.ts';

const NO_FILES: ApplicationView['files'] = [];

/** What the fields of a form need of a case that was submitted: places, files that are sent to it and their scans. */
export function useFilling(base: string, view: ApplicationView): Omit<FormContext, 'language'> {
  const t = useTexts(citizenTexts);
  const { language } = useLanguage();
  const api = useApi();
  const territories = useTerritories();
  const offline = t('uploadOffline');
  const { scans, sent } = useScans(base, view.files ?? NO_FILES);
  return useMemo(
    () => ({
      territories,
      scans,
      upload: async (at: string, file: File, progress: (share: number) => void, signal: AbortSignal) => {
        const done = await upload(api, base, { at, file, language, offline }, progress, signal);
        if (done.ok) sent(done.file.id);
        return done;
      },
    }),
    [api, base, language, offline, territories, scans, sent],
  );
}
