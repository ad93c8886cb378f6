import { spokenReference } from '#core/case/reference.ts';
import { Link } from '#portal/shell/router.ts';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { casePath } from '../paths.ts';
import type { CaseView } from '../view.ts';
import { caseTexts } from './texts.ts';

/** The cases that came of this one: started, collected, complaints, renewals. Whether one may be opened its own service says. */
export function LinkedCases({ of }: { of: Pick<CaseView, 'linked'> }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  return (
    <ul className="k-stack">
      {(of.linked ?? []).map(({ as, service, id, reference, at }) => (
        <li key={id}>
          {t(`linked_${as}`)}:{' '}
          <Link href={casePath({ service, case: id })}>{spokenReference(reference)}</Link>,{' '}
          {showDay(at, language)}
        </li>
      ))}
    </ul>
  );
}
