import type { Text } from './common.ts';

/** A person in a role of an office. */
export type AppointmentView = {
  person: string;
  name?: string;
  agency: string;
  office: string;
  role: string;
  roleTitle?: Text;
  officeTitle?: Text;
  from?: string;
  to?: string;
  order?: string;
};
/** Who is signed in, with their appointments in force and what those allow beside tasks. */
export type MeView = { person: string; name?: string; appointments: AppointmentView[]; may: string[] };
/** A line of the list of tasks. No personal data of a party. */
export type TaskLine = {
  case: string;
  path: string;
  state: string;
  service: string;
  serviceTitle?: Text;
  reference: string;
  title: Text;
  agency: string;
  office: string;
  role: string;
  due?: string;
  since: string;
  overdue: boolean;
  claimedBy?: string;
  claimedByName?: string;
  consult?: string;
};
/** Where a case of a reference is. */
export type CaseFound = { case: string; service: string; reference: string; title: Text };
/** An effect that was given up. */
export type EffectView = {
  id: string;
  connector: string;
  kind: string;
  reference: string;
  service: string;
  case: string;
  code: string;
  attempts: number;
  since: string;
};
/** How cases of a service stand in an office. */
export type CountView = {
  service: string;
  serviceTitle?: Text;
  office: string;
  open: number;
  late: number;
  dueToday: number;
  /** Absent where it is not counted. */
  decided?: number;
  /** There is more than was counted: the numbers are the least. */
  partial?: true;
  medianHours?: number;
  waiting: { role: string; roleTitle?: Text; count: number }[];
};
/** An agency with its offices and roles, as a colleague of another sees it. */
export type AgencyView = {
  id: string;
  title: Text;
  offices: { id: string; title: Text; roles?: string[] }[];
  roles: { [role: string]: { title: Text } };
};
/** Grants a role; never to oneself. */
export type GrantBody = {
  person: string;
  name?: string;
  agency: string;
  office: string;
  role: string;
  from?: string;
  to?: string;
  order: string;
};
/** Who signed in (`POST /session/token`). */
export type TokenAnswer = {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  person: { id: string; name: string };
};
/** What `POST /session/logout` answers: where the session ends at the provider, where it has a place for that. */
export type LogoutAnswer = { next?: string };
