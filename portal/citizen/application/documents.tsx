import { useState } from 'react';
import type { ApplicationView } from '#core/api/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { citizenTexts } from '../texts.ts';

/** Where a file can be fetched for a short while. */
interface Download {
  readonly url: string;
}

/** Documents that were issued, each to be downloaded. */
export function Documents({
  base,
  documents,
}: {
  base: string;
  documents: NonNullable<ApplicationView['documents']>;
}) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const api = useApi();
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState<Problem | undefined>();
  if (documents.length === 0) return null;

  async function fetchIt(id: string): Promise<void> {
    setBusy(id);
    setProblem(undefined);
    const answer = await api.get<Download>(`${base}/documents/${encodeURIComponent(id)}`);
    setBusy('');
    if (answer.ok) location.assign(answer.data.url);
    else setProblem(answer.problem);
  }

  return (
    <>
      <h2 className="k-h2">{t('documents')}</h2>
      <CommandProblem problem={problem} />
      <ul className="k-stack">
        {documents.map((document) => (
          <li className="k-card" key={document.id}>
            <p className="k-card__title">
              {read(document.title)}{' '}
              {document.state ? (
                <Tag kind="bad">{t(document.state === 'revoked' ? 'docRevoked' : 'docReplaced')}</Tag>
              ) : null}
            </p>
            <p className="k-soft">
              {[
                document.number ? `№ ${document.number}` : '',
                document.issuedAt ? showDay(document.issuedAt, language) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="k-actions k-actions--tight">
              <Button kind="secondary" busy={busy === document.id} onClick={() => void fetchIt(document.id)}>
                {t('download', { title: 'PDF' })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
