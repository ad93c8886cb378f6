import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useDesign } from '../design.tsx';
import { useExpressionProblems } from '../problems/here.tsx';
import { editsOf } from '../problems/mend.ts';
import { feelTexts } from './texts.ts';

/** What is wrong with an expression, or with those inside a text: where, in the words of the check, mended where that is mechanical. */
export function ExpressionMistakes({ at, id }: { at: string; id: string }) {
  const t = useTexts(feelTexts);
  const read = useLocalised();
  const { open, edit, definition } = useDesign();
  return (
    <div id={id} aria-live="polite">
      {useExpressionProblems(at).map(({ code, within, message, hint, mend }) => (
        <p key={`${code} ${within?.from}`} className="k-error d-feelerror">
          {t('mistake', { at: (within?.from ?? 0) + 1 })} {read(message)} {read(hint)}{' '}
          {mend && open ? (
            <Button kind="plain" onClick={() => edit(editsOf(mend, definition))}>
              {t('mend')}
            </Button>
          ) : null}
        </p>
      ))}
    </div>
  );
}
