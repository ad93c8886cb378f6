/** What the API answers officers (core/api), by the names that the workspace's pages know it by. */
export type {
  AgencyView,
  AppointmentView,
  AuditView,
  CaseView,
  ConsultView,
  CountView,
  EffectView,
  FileView,
  GroundView,
  Listed,
  MeView,
  PartyView,
  TaskActionView as ActionView,
  TaskLine,
  TaskView,
} from '#core/api/types.ts';

import type { CaseView } from '#core/api/types.ts';

export type AnswerView = CaseView['answers'][number];
export type ChangeView = CaseView['changes'][number];
export type NoteView = CaseView['notes'][number];
