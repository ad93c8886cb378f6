import type { Through } from '#core/case/types.ts';
import type { JsonObject } from '#core/flow/types.ts';
import type { FormDefinition } from '#core/form/types.ts';
import type { Text } from './common.ts';

/** A service in the catalogue. */
export type ServiceCard = {
  id: string;
  title: Text;
  summary?: Text;
  agency?: { id: string; title: Text };
  /** The role that takes in applications at a counter; absent where none does. */
  counter?: string;
};
/** A service as its public page shows it, with the form that is drawn. */
export type ServicePage = ServiceCard & {
  /** Hash of the bundle. */
  hash: string;
  legalBasis?: { title: Text; url?: string }[];
  /** `through`: the rights to represent in which alone it is needed. */
  needs?: { title: Text; when?: string; from?: string; through?: Through[] }[];
  availability?: {
    opens?: string;
    closes?: string;
    suspended?: { since: string; why: Text; instead?: Text };
  };
  startedBy?: { applicant?: boolean };
  channels?: string[];
  applicant?: { who?: string[]; through?: string[] };
  /** Kopiikas; null where nothing is paid. */
  fee?: number | null;
  decideWithin?: { workingDays?: number; days?: number; hours?: number } | string;
  form: FormDefinition;
  /** What the form's expressions see beside `form` of one of whom nothing is known yet. */
  names: JsonObject;
};
/** What anyone who knows a reference may see: nothing personal. */
export type PublicStatus = {
  reference: string;
  service: Text;
  state: Text;
  outcome?: string;
  changedAt: string;
};
/** A territory of the KATOTTG tree. `leaf`: nothing lies below. */
export type Territory = { code: string; name: string; category: string; leaf?: boolean };
/** What the verification of a document answers; `same` once a file's hash was given. */
export type VerifyAnswer = {
  document: string;
  title: Text;
  agency: Text | string | null;
  number: string | null;
  issuedAt: string;
  validUntil: string | null;
  shows: { title: Text; value: string }[];
  state: 'valid' | 'revoked' | 'expired';
  revokedAt: string | null;
  sha256: string;
  signature: string;
  same: boolean | null;
};
