import { written } from '#core/definition/written.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import type { Json } from '../commands/json.ts';
import { useDesign, useKept } from '../design.tsx';
import { FormPlace } from '../form/place.ts';
import { useLibrary } from '../library.tsx';
import { placeOf } from '../problems/place-of.ts';
import { Whereabouts } from '../problems/whereabouts.tsx';
import { editorTexts } from './texts.ts';

/** What two analysts changed differently, part by part, each to be chosen. */
export function Conflicts() {
  const t = useTexts(editorTexts);
  const { keeper, definition } = useDesign();
  const kept = useKept();
  const { library } = useLibrary();
  if (kept.conflicts.length === 0) return null;
  const form = keeper.kind === 'service' ? new FormPlace(definition, '/form', library.parts) : undefined;
  const shown = (value: Json | undefined) =>
    value === undefined ? t('gone') : typeof value === 'string' ? value : written(value);
  return (
    <Notice kind="error" title={t('conflictTitle')}>
      <p>{t('conflictText')}</p>
      <ul className="d-conflicts">
        {kept.conflicts.map((conflict) => (
          <li key={conflict.pointer}>
            <p>
              <strong>
                <Whereabouts place={placeOf(conflict.pointer, form, keeper.kind)} form={form} />
              </strong>{' '}
              <code>{conflict.pointer}</code>
            </p>
            <div className="d-pair">
              <div>
                <p>{t('mine')}</p>
                <pre className="d-pre">{shown(conflict.mine)}</pre>
                <Button kind="secondary" onClick={() => keeper.choose(conflict, false)}>
                  {t('keepMine')}
                </Button>
              </div>
              <div>
                <p>{t('theirs')}</p>
                <pre className="d-pre">{shown(conflict.theirs)}</pre>
                <Button kind="secondary" onClick={() => keeper.choose(conflict, true)}>
                  {t('takeTheirs')}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
