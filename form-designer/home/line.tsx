import type { DefinitionLine } from '#core/api/types.ts';
import { Link } from '#portal/shell/router.ts';
import { showInstant } from '#portal/theme/dates.ts';
import { useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { homeTexts } from './home-texts.ts';

/** A definition of the list: its name, its state in words, what can be done. */
export function Line({ line }: { line: DefinitionLine }) {
  const t = useTexts(homeTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { kind, id, draft, live, published, agency, mine } = line;
  const title = read(line.title) || id;
  const saved = draft
    ? t('savedBy', {
        at: showInstant(draft.savedAt, language),
        by: draft.savedBy,
      })
    : '';
  return (
    <li className="d-line">
      <div className="d-line__what">
        <Link href={`/${kind}/${id}`} className="d-line__title">
          {title}
        </Link>
        <p className="k-soft">
          <code>{id}</code>
          {agency && kind !== 'agency' ? ` · ${read(agency.title) || agency.id}` : ''}
          {saved ? ` · ${saved}` : ''}
        </p>
      </div>
      <div className="d-line__state">
        {draft ? <Tag kind="waiting">{t('draft')}</Tag> : null}
        {draft && draft.mistakes > 0 ? (
          <Tag kind="bad">{t('mistakes', { count: draft.mistakes })}</Tag>
        ) : null}
        {published ? <Tag kind="attention">{t('published', { version: published.version })}</Tag> : null}
        {live ? (
          <Tag kind="good">{live.version ? t('liveVersion', { version: live.version }) : t('live')}</Tag>
        ) : null}
        {mine ? null : <Tag>{t('notYours')}</Tag>}
      </div>
      {kind === 'service' ? (
        <Link
          href={`/new?from=${encodeURIComponent(id)}`}
          className="k-button k-button--plain"
          aria-label={t('duplicateOf', { title })}
        >
          {t('duplicate')}
        </Link>
      ) : null}
    </li>
  );
}
