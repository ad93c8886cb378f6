import { useState } from 'react';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { showSize } from '#portal/theme/dates.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { titleAt } from '../data/pages.ts';
import { caseApi } from '../paths.ts';
import type { CaseView, FileView } from '../view.ts';
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
  const api = useApi();
  const { language } = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  if (of.files.length === 0) return <p className="k-soft">{t('noFiles')}</p>;

  const view = async (file: FileView) => {
    setProblem(undefined);
    // opened at once, as a browser allows a window only while the press is handled
    const opened = window.open('', '_blank');
    const answer = await api.get<{ url: string }>(caseApi(of.service, of.id, 'files', file.id));
    if (!answer.ok) {
      opened?.close();
      return setProblem(answer.problem);
    }
    if (opened) {
      opened.opener = null;
      opened.location.replace(answer.data.url);
    } else location.assign(answer.data.url);
  };

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
                onClick={() => void view(file)}
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
