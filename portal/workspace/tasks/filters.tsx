import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { workspaceTexts } from '../texts.ts';
import type { AppointmentView } from '../view.ts';

/** What the list of tasks is narrowed to; empty is all. */
export interface TaskFilter {
  readonly role: string;
  readonly office: string;
}

function Choice({
  id,
  label,
  value,
  options,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
}) {
  const t = useTexts(workspaceTexts);
  return (
    <div className="w-filter">
      <label className="k-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="k-select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('every')}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function unique(values: readonly { readonly value: string; readonly label: string }[]) {
  return [...new Map(values.map((one) => [one.value, one])).values()];
}

/** Narrows tasks to one of the officer's own roles or offices. */
export function Filters({
  appointments,
  filter,
  onChange,
}: {
  appointments: readonly AppointmentView[];
  filter: TaskFilter;
  onChange: (filter: TaskFilter) => void;
}) {
  const t = useTexts(workspaceTexts);
  const read = useLocalised();
  const roles = unique(
    appointments.map((one) => ({ value: one.role, label: read(one.roleTitle) || one.role })),
  );
  const offices = unique(
    appointments.map((one) => ({ value: one.office, label: read(one.officeTitle) || one.office })),
  );
  return (
    <>
      <Choice
        id="filter-role"
        label={t('role')}
        value={filter.role}
        options={roles}
        onChange={(role) => onChange({ ...filter, role })}
      />
      <Choice
        id="filter-office"
        label={t('office')}
        value={filter.office}
        options={offices}
        onChange={(office) => onChange({ ...filter, office })}
      />
    </>
  );
}
