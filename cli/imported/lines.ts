import type { Item, Verdict } from '#core/import/report.ts';

type Language = 'uk' | 'en';

const verdicts: Record<Verdict, Record<Language, string>> = {
  exact: { uk: 'Перейшло точно', en: 'Came over exactly' },
  approximated: { uk: 'Наближено', en: 'Approximated' },
  left: { uk: 'Лишилося', en: 'Left' },
};

/** The report of an import for people: what was left and approximated item by item, what came over exactly as a number. */
export function reportLines(report: readonly Item[], language: Language, all: boolean): string[] {
  return (['left', 'approximated', 'exact'] as const).flatMap((verdict) => {
    const items = report.filter((item) => item.verdict === verdict);
    const head = `${verdicts[verdict][language]}: ${items.length}`;
    if (verdict === 'exact' && !all) return [head];
    return [head, ...items.map((item) => `  ${line(item, language)}`)];
  });
}

function line({ file, source, text, shown, to }: Item, language: Language): string {
  const place = [file, source].filter((part) => part !== undefined && part !== '').join('#');
  const written = shown === undefined ? '' : ` | ${shown.replace(/\s+/g, ' ').slice(0, 300)}`;
  return `${place}: ${text[language] ?? text.en ?? ''}${to === undefined ? '' : ` → ${to}`}${written}`;
}
