import { useState } from 'react';
import type { ApplicationView } from '#core/api/types.ts';
import { newKey } from '#portal/shell/api.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Confirm } from '#portal/theme/parts/confirm.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { citizenTexts } from '../texts.ts';

/** Where a file can be fetched for a short while. */
interface Download {
  readonly url: string;
}

const states = { revoked: 'docRevoked', replaced: 'docReplaced', duplicated: 'docDuplicated' } as const;

type Issued = NonNullable<ApplicationView['documents']>[number];

/** What is valid before what is not any more, then the latest first. */
const holdsFirst = (one: Issued, other: Issued) =>
  Number(one.state !== undefined) - Number(other.state !== undefined) ||
  (other.issuedAt ?? '').localeCompare(one.issuedAt ?? '');

/** Documents that were issued, each to be downloaded; of one that is valid a duplicate may be had. */
export function Documents({
  base,
  documents,
  duplicate,
}: {
  base: string;
  documents: NonNullable<ApplicationView['documents']>;
  /** Asks for a duplicate; absent where none may be had. */
  duplicate?: ((document: string, key: string) => Promise<boolean>) | undefined;
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
        {[...documents].sort(holdsFirst).map((document) => (
          <li className="k-card" key={document.id}>
            <p className="k-card__title">
              {read(document.title)} {document.duplicate ? <Tag>{t('docDuplicate')}</Tag> : null}{' '}
              {document.state ? <Tag kind="bad">{t(states[document.state])}</Tag> : null}
              {document.coming ? <Tag kind="waiting">{t(`coming_${document.coming}`)}</Tag> : null}
            </p>
            <p className="k-soft">
              {[
                document.number ? t('docNumber', { number: document.number }) : '',
                document.issuedAt ? showDay(document.issuedAt, language) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="k-actions k-actions--tight">
              <Button
                kind="secondary"
                busy={busy === document.id}
                // several documents: each button is heard with what it brings
                label={[`${t('download', { title: 'PDF' })}: ${read(document.title)}`, document.number]
                  .filter(Boolean)
                  .join(', ')}
                onClick={() => void fetchIt(document.id)}
              >
                {t('download', { title: 'PDF' })}
              </Button>
              {duplicate && !document.state && !document.coming ? (
                <Duplicate ask={(key) => duplicate(document.id, key)} title={read(document.title)} />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Asks for a duplicate of a document, after asking once more: the one at hand will be valid no more. */
function Duplicate({ ask, title }: { ask: (key: string) => Promise<boolean>; title: string }) {
  const t = useTexts(citizenTexts);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  return (
    <>
      <Button kind="plain" label={`${t('duplicate')}: ${title}`} onClick={() => setSure(true)}>
        {t('duplicate')}
      </Button>
      {sure ? (
        <Confirm
          title={t('duplicateSure')}
          yes={t('duplicateYes')}
          no={t('cancel')}
          busy={busy}
          onNo={() => setSure(false)}
          onYes={() => {
            setBusy(true);
            void ask(key).then(() => {
              setBusy(false);
              setSure(false);
              setKey(newKey());
            });
          }}
        />
      ) : null}
    </>
  );
}
