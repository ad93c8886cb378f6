import { useLoad } from '#portal/shell/load.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import type { AgencyView, Listed } from '../../view.ts';
import { Field } from './fields.tsx';
import type { Need } from './side-form.tsx';
import { actTexts } from './texts.ts';

/** A role of an office of an agency. */
export interface Where {
  readonly agency: string;
  readonly office: string;
  readonly role: string;
}

/** Says where a role is in words: «Центральний офіс, Реєстратор»; by its names while they are not known. */
export function usePlaceTitles(): (where: Where) => string {
  const read = useLocalised();
  const { load } = useLoad('agencies', (api, signal) => api.get<Listed<AgencyView>>('/agencies', { signal }));
  const agencies = load.is === 'ready' ? load.data.items : [];
  return ({ agency, office, role }) => {
    const of = agencies.find(({ id }) => id === agency);
    const at = of?.offices.find(({ id }) => id === office);
    return [read(at?.title) || office, read(of?.roles[role]?.title) || role].join(', ');
  };
}

/** What is still to be chosen, one at a time: an office is chosen of an agency, a role of an office. */
export function whereNeeds(
  id: string,
  where: Where,
  t: (key: 'chooseAgency' | 'chooseOffice' | 'chooseRole') => string,
): Need[] {
  const first = (['agency', 'office', 'role'] as const).find((part) => where[part] === '') ?? 'role';
  const texts = { agency: 'chooseAgency', office: 'chooseOffice', role: 'chooseRole' } as const;
  return [{ id: `${id}-${first}`, text: t(texts[first]), met: where.role !== '' }];
}

/** Chooses an office of any agency, and a role of it; what is chosen further out resets what lies within. */
export function WhereFields({
  id,
  where,
  fixed = false,
  mistake = () => undefined,
  onChange,
}: {
  id: string;
  where: Where;
  /** The agency is given and not to be chosen. */
  fixed?: boolean;
  /** What is wrong with a control, by its id. */
  mistake?: (id: string) => string | undefined;
  onChange: (where: Where) => void;
}) {
  const t = useTexts(actTexts);
  const read = useLocalised();
  const { load } = useLoad('agencies', (api, signal) => api.get<Listed<AgencyView>>('/agencies', { signal }));
  const agencies = load.is === 'ready' ? load.data.items : [];
  const agency = agencies.find((one) => one.id === where.agency);
  const office = agency?.offices.find((one) => one.id === where.office);
  const roles = Object.entries(agency?.roles ?? {}).filter(
    ([role]) => office?.roles === undefined || office.roles.includes(role),
  );
  const select = (
    part: keyof Where,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
    take: (value: string) => Where,
  ) => (
    <Field id={`${id}-${part}`} label={label} mistake={mistake(`${id}-${part}`)}>
      {(described) => (
        <select
          id={`${id}-${part}`}
          className="k-select"
          value={where[part]}
          disabled={options.length === 0}
          required
          aria-describedby={described}
          onChange={(event) => onChange(take(event.target.value))}
        >
          <option value="">—</option>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <>
      {fixed
        ? null
        : select(
            'agency',
            t('agency'),
            agencies.map((one) => ({ value: one.id, label: read(one.title) })),
            (agency) => ({ agency, office: '', role: '' }),
          )}
      {select(
        'office',
        t('office'),
        (agency?.offices ?? []).map((one) => ({ value: one.id, label: read(one.title) })),
        (office) => ({ ...where, office, role: '' }),
      )}
      {select(
        'role',
        t('role'),
        office ? roles.map(([role, of]) => ({ value: role, label: read(of.title) })) : [],
        (role) => ({ ...where, role }),
      )}
    </>
  );
}
