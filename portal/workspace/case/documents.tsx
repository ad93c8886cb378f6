import { CommandProblem } from '#portal/shell/page.tsx';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import type { CaseView } from '../view.ts';
import { useOpened } from './opened.ts';
import { caseTexts } from './texts.ts';

const states = { revoked: 'docRevoked', replaced: 'docReplaced', duplicated: 'docDuplicated' } as const;

/** What the case issued: each with its number, what became of it, its file and the page that verifies it. */
export function CaseDocuments({ of }: { of: CaseView }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const read = useLocalised();
  const { problem, open } = useOpened(of);
  if (of.documents.length === 0) return <p className="k-soft">{t('noDocuments')}</p>;
  return (
    <>
      <CommandProblem problem={problem} />
      <ul className="k-files">
        {of.documents.map((one) => (
          <li className="k-file" key={one.id}>
            <div>
              <p className="k-file__name">
                {read(one.title)} {one.duplicate ? <Tag>{t('docDuplicate')}</Tag> : null}
              </p>
              <p className="k-file__state">
                {one.number ? `${t('number', { number: one.number })}, ` : ''}
                {showInstant(one.at, language)}{' '}
                {one.state ? <Tag kind="bad">{t(states[one.state])}</Tag> : null}
                {one.coming ? <Tag kind="waiting">{t(`coming_${one.coming}`)}</Tag> : null}
              </p>
              <p className="k-file__state">
                <a href={`/verify/${encodeURIComponent(one.id)}`}>{t('verify')}</a>
              </p>
            </div>
            {one.file ? (
              <Button
                kind="secondary"
                label={t('openDocument', { title: read(one.title) })}
                onClick={() => void open('documents', one.id)}
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
