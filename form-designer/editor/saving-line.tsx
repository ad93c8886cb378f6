import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { useKept } from '../design.tsx';
import { editorTexts } from './texts.ts';

/** How the definition stands with the server, in a line. */
export function SavingLine() {
  const t = useTexts(editorTexts);
  const read = useLocalised();
  const { saving, problem } = useKept();
  return (
    <p className={`d-saving d-saving--${saving}`} role="status" data-saving={saving}>
      {saving === 'refused' ? t('refused', { why: read(problem?.title) }) : t(saving)}
    </p>
  );
}
