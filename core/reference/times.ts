/** What the calendar must know of a calendar in an agency's definition (docs/format.md, Agency). Days are YYYY-MM-DD. */
export type OfficeCalendar = {
  /** Whose public holidays are kept; UA if not said. */
  country?: 'UA' | 'none';
  zone?: string;
  /** A day of the week that is missing is off. */
  week: { readonly [day in Weekday]?: unknown };
  /** Single days that differ: moved working days, days off. */
  days?: readonly { date: string; works: boolean }[];
};

type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A regime in law, such as martial law. */
export type RegimeTimes = {
  from: string;
  to?: string;
  holidaysWorked?: boolean;
  termsSuspended?: boolean;
  services?: readonly string[];
};

/** Days on which offices (all if not said) are closed. */
export type ClosureTimes = { offices?: readonly string[]; from: string; to: string; instead?: string };

/** What the calendar must know of an agency; a definition of an agency is one. */
export type AgencyTimes = {
  offices: readonly { id: string; calendar?: OfficeCalendar }[];
  calendar: OfficeCalendar;
  regimes?: readonly RegimeTimes[];
  closures?: readonly ClosureTimes[];
};
