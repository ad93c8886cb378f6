import { useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useValue } from '../design.tsx';
import { Pick, Tick } from '../parts/fields.tsx';
import { useTitled } from '../parts/titled.ts';
import { beginsTexts } from './begins-texts.ts';
import { Calendar } from './calendar.tsx';

const whom = ['required', 'optional', 'none'] as const;

/** Who and what begins a case: the applicant, officers for a person or of the agency's own motion, the calendar. */
export function Begins() {
  const t = useTexts(beginsTexts);
  const [applicant, setApplicant] = useValue('/startedBy/applicant');
  const [counter, setCounter] = useValue('/startedBy/counter');
  const [officer, setOfficer] = useValue('/startedBy/officer');
  const roles = useTitled()('roles');
  const by = objectOf(officer);
  return (
    <>
      <Tick
        label={t('byApplicant')}
        checked={applicant === true}
        onChange={(on) => setApplicant(on ? true : undefined)}
      />
      <Pick
        label={t('byCounter')}
        value={String(objectOf(counter).role ?? '')}
        none={t('nobody')}
        options={roles}
        onChange={(role) => setCounter(role === '' ? undefined : { ...objectOf(counter), role })}
      />
      <Pick
        label={t('byOfficer')}
        hint={t('byOfficerHint')}
        value={String(by.role ?? '')}
        none={t('nobody')}
        options={roles}
        onChange={(role) => setOfficer(role === '' ? undefined : { ...by, role })}
      />
      {by.role === undefined ? null : (
        <Pick
          label={t('whom')}
          value={String(by.applicant ?? 'optional')}
          options={whom.map((one) => [one, t(one)])}
          onChange={(who) => setOfficer({ ...by, applicant: who })}
        />
      )}
      <Calendar />
    </>
  );
}
