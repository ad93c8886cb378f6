import { CommandProblem, Page } from '#portal/shell/page.tsx';
import { shellTexts } from '#portal/shell/texts.ts';
import { showInstant } from '#portal/theme/dates.ts';
import { defineTexts, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Empty, Loading } from '#portal/theme/parts/waiting.tsx';
import { useList } from '../list.ts';
import { More } from '../more.tsx';
import { caseApi } from '../paths.ts';
import { Search } from '../tasks/search.tsx';
import type { AuditView } from '../view.ts';

const texts = defineTexts(
  {
    title: 'Хто переглядав справу',
    hint: 'Знайдіть справу свого офісу за номером. Записано перший перегляд кожного працівника за день.',
    nobody: 'Справу ще ніхто не переглядав.',
    unnamed: 'Працівник без чинного призначення',
    purpose: 'Для чого: {purpose}',
  },
  {
    title: 'Who looked at a case',
    hint: 'Find a case of your office by its number. The first look of each officer on a day is recorded.',
    nobody: 'Nobody has looked at the case yet.',
    unnamed: 'An officer without an appointment in force',
    purpose: 'What for: {purpose}',
  },
);

/** The page of those who looked at a case. */
export const looksPath = (of: { readonly service: string; readonly case: string }): string =>
  `/looks/${encodeURIComponent(of.service)}/${encodeURIComponent(of.case)}`;

/** Who looked at a case of one's office: found by its number, listed by day. */
export function LooksPage({ of }: { of?: { readonly service: string; readonly case: string } }) {
  const t = useTexts(texts);
  return (
    <Page title={t('title')}>
      <p className="k-lead">{t('hint')}</p>
      <Search to={looksPath} />
      {of ? <Looks key={of.case} of={of} /> : null}
    </Page>
  );
}

function Looks({ of }: { of: { readonly service: string; readonly case: string } }) {
  const t = useTexts(texts);
  const shell = useTexts(shellTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const list = useList<AuditView>(caseApi(of.service, of.case, 'accesses'));
  return (
    <>
      <CommandProblem problem={list.problem} />
      {list.is === 'loading' ? <Loading label={shell('loading')} /> : null}
      {list.is === 'ready' && list.items.length === 0 ? <Empty title={t('nobody')} /> : null}
      <ul className="k-stack k-after">
        {list.items.map((look) => (
          <li className="k-card" key={`${look.at} ${look.person}`}>
            <p className="k-card__title">{look.name ?? t('unnamed')}</p>
            <p className="k-soft">{`${read(look.role)}, ${read(look.office)} · ${showInstant(look.at, language)}`}</p>
            <p>{t('purpose', { purpose: read(look.purpose) })}</p>
          </li>
        ))}
      </ul>
      <More list={list} />
    </>
  );
}
