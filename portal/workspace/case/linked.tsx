import { spokenReference } from '#core/case/reference.ts';
import { Link } from '#portal/shell/router.ts';
import { showDay } from '#portal/theme/dates.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { casePath } from '../paths.ts';
import type { CaseView } from '../view.ts';
import { caseTexts } from './texts.ts';

/**
 * The case that this one came of, and those that came of it: started, collected, complaints, renewals. Whether one may be
 * opened its own service says.
 */
export function LinkedCases({ of: { cameOf, linked = [] } }: { of: Pick<CaseView, 'cameOf' | 'linked'> }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  return (
    <ul className="k-stack">
      {cameOf ? (
        <li>
          {t(`cameOf_${cameOf.as}`)}:{' '}
          <Link href={casePath({ service: cameOf.service, case: cameOf.id })}>
            {spokenReference(cameOf.reference)}
          </Link>
        </li>
      ) : null}
      {linked.map(({ as, service, id, reference, at }) => (
        <li key={id}>
          {t(`linked_${as}`)}:{' '}
          <Link href={casePath({ service, case: id })}>{spokenReference(reference)}</Link>,{' '}
          {showDay(at, language)}
        </li>
      ))}
    </ul>
  );
}
