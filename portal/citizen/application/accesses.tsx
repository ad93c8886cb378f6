import { useRef, useState } from 'react';
import type { AccessView, Listed } from '#core/api/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { showDay } from '#portal/theme/dates.ts';
import { defineTexts, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Timeline } from '#portal/theme/parts/timeline.tsx';

const texts = defineTexts(
  {
    title: 'Хто переглядав вашу заяву',
    about: 'Кожен перегляд ваших даних працівниками записується: раз на день для кожного працівника.',
    show: 'Показати перегляди',
    more: 'Показати давніші',
    nobody: 'Поки ніхто не переглядав.',
    purpose: 'Для чого: {purpose}',
  },
  {
    title: 'Who looked at your application',
    about: 'Every look of officers at your data is recorded: once a day for each officer.',
    show: 'Show who looked',
    more: 'Show older ones',
    nobody: 'Nobody has looked yet.',
    purpose: 'What for: {purpose}',
  },
);

/** Who looked at the application, in which role and for what; asked for when the person wants to know. */
export function Accesses({ base }: { base: string }) {
  const t = useTexts(texts);
  const read = useLocalised();
  const { language } = useLanguage();
  const api = useApi();
  const [seen, setSeen] = useState<Listed<AccessView> | undefined>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const list = useRef<HTMLDivElement>(null);

  async function ask(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    const query = { cursor: seen?.cursor };
    const answer = await api.get<Listed<AccessView>>(`${base}/accesses`, { query });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setSeen({ ...answer.data, items: [...(seen?.items ?? []), ...answer.data.items] });
    // the button may go: whoever pressed it goes on with what it brought
    list.current?.focus();
  }

  return (
    // on paper it says nothing until it was asked for
    <div className={seen ? undefined : 'k-screen'}>
      <h2 className="k-h2">{t('title')}</h2>
      <p className="k-soft">{t('about')}</p>
      <CommandProblem problem={problem} />
      <div ref={list} tabIndex={-1} className="k-after">
        {seen?.items.length === 0 ? <p>{t('nobody')}</p> : null}
        {seen && seen.items.length > 0 ? (
          <Timeline
            entries={seen.items.map(({ at, role, office, agency, purpose }, n) => ({
              key: `${at} ${n}`,
              title: read(role),
              at: showDay(at, language),
              iso: at,
              body: (
                <>
                  <p>{`${read(office)}, ${read(agency)}`}</p>
                  <p>{t('purpose', { purpose: read(purpose) })}</p>
                </>
              ),
            }))}
          />
        ) : null}
      </div>
      {!seen || seen.cursor ? (
        <div className="k-actions k-actions--tight">
          <Button kind="secondary" busy={busy} onClick={() => void ask()}>
            {t(seen ? 'more' : 'show')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
