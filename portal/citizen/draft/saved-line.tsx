import { useTexts } from '#portal/theme/language.tsx';
import { citizenTexts } from '../texts.ts';
import type { Saving } from './keeper.ts';

const words = { saved: 'saved', saving: 'saving', local: 'savedLocally', unsaved: 'unsaved' } as const;

/** Says quietly whether what was entered is safe, and where. */
export function SavedLine({ saving }: { saving: Saving }) {
  const t = useTexts(citizenTexts);
  return (
    <p className="k-saving" role="status">
      {t(words[saving])}
    </p>
  );
}
