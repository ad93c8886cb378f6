import { CommandProblem } from '#portal/shell/page.tsx';
import { showSize } from '#portal/theme/dates.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { titleAt } from '../data/pages.ts';
import type { CaseView } from '../view.ts';
import { useOpened } from './opened.ts';
import { caseTexts } from './texts.ts';

const scans = {
  pending: 'scanPending',
  clean: 'scanClean',
  infected: 'scanInfected',
  mismatch: 'scanMismatch',
} as const;

/** Files of the case. Nothing can be opened before it is found clean; each view is recorded by the server. */
export function CaseFiles({ of }: { of: CaseView }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const { problem, open } = useOpened(of);
  if (of.files.length === 0) return <p className="k-soft">{t('noFiles')}</p>;

  return (
    <>
      <CommandProblem problem={problem} />
      <ul className="k-files">
        {of.files.map((file) => (
          <li className="k-file" key={file.id}>
            <div>
              <p className="k-file__name">{file.name}</p>
              <p
                className={
                  file.scan === 'clean' || file.scan === 'pending'
                    ? 'k-file__state'
                    : 'k-file__state k-file__state--bad'
                }
              >
                {titleAt(of.frame, file.at, language)}, {showSize(file.size, language)}. {t(scans[file.scan])}
              </p>
            </div>
            {file.scan === 'clean' ? (
              <Button
                kind="secondary"
                label={t('viewOf', { name: file.name })}
                onClick={() => void open('files', file.id)}
              >
                {t('view')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
