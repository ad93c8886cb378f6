import type { FormDefinition } from '#core/form/types.ts';
import type { Localised } from '#portal/theme/language.tsx';

/** A page of a list; `cursor` asks for the next. */
export interface ListAnswer<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

/** A service in the catalogue. */
export interface ServiceCard {
  readonly id: string;
  readonly title: Localised;
  readonly summary?: Localised;
  readonly agency?: { readonly id: string; readonly title: Localised };
}

/** A span of time of a definition. */
export type Span =
  | string
  | { readonly workingDays?: number; readonly days?: number; readonly hours?: number };

/** A service as its page shows it, with the form that is drawn. */
export interface ServiceAnswer extends ServiceCard {
  readonly hash: string;
  readonly legalBasis?: readonly { readonly title: Localised; readonly url?: string }[];
  readonly needs?: readonly { readonly title: Localised; readonly when?: string; readonly from?: string }[];
  readonly availability?: {
    readonly opens?: string;
    readonly closes?: string;
    readonly suspended?: { readonly since: string; readonly why: Localised; readonly instead?: Localised };
  };
  readonly startedBy?: { readonly applicant?: boolean };
  readonly channels?: readonly string[];
  readonly applicant?: { readonly who?: readonly string[]; readonly through?: readonly string[] };
  /** Kopiikas; null where nothing is paid. */
  readonly fee?: number | null;
  readonly decideWithin?: Span;
  readonly form: FormDefinition;
}

/** A draft, opened to be filled in. `names`: what expressions see beside `form`. */
export interface DraftView {
  readonly kind: 'draft';
  readonly id: string;
  readonly service: string;
  readonly form: Record<string, unknown>;
  readonly names?: Readonly<Record<string, unknown>>;
  readonly changed?: boolean;
  readonly files?: readonly FileView[];
}

/** A file and its scan. */
export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly scan?: 'pending' | 'clean' | 'infected' | 'mismatch';
}

/** What a party can do in the state that waits for them. */
export interface ActionView {
  readonly id: string;
  readonly title: Localised;
  readonly reason?: boolean;
}

/** A case as one of its parties sees it. */
export interface ApplicationView {
  readonly kind: 'application';
  readonly id: string;
  readonly service: string;
  readonly title: Localised;
  readonly reference: string;
  readonly party: string;
  readonly state?: { readonly id: string; readonly title: Localised };
  readonly outcome?: { readonly kind: string; readonly title?: Localised; readonly say?: Localised };
  readonly submittedAt: string;
  readonly changedAt: string;
  readonly deadline?: string;
  readonly paused?: boolean;
  readonly form?: Record<string, unknown>;
  readonly names?: Readonly<Record<string, unknown>>;
  readonly files?: readonly FileView[];
  readonly waiting?: {
    readonly path: string;
    readonly title: Localised;
    readonly due?: string;
    readonly actions: readonly ActionView[];
    readonly marks?: readonly { readonly pointer: string; readonly say?: string }[];
    readonly reason?: string;
  };
  readonly timeline?: readonly {
    readonly at: string;
    readonly title: Localised;
    readonly detail?: Localised | string;
  }[];
  readonly documents?: readonly {
    readonly id: string;
    readonly title: Localised;
    readonly number?: string;
    readonly issuedAt?: string;
    readonly file?: string;
  }[];
  readonly canWithdraw?: boolean;
}

/** One line of «My applications». */
export interface MineEntry {
  readonly kind: 'draft' | 'application';
  readonly id: string;
  readonly service: string;
  readonly title: Localised;
  readonly reference?: string;
  readonly state?: Localised;
  readonly outcome?: string;
  readonly changedAt: string;
  readonly waiting?: boolean;
  readonly due?: string;
}

/** What anyone who knows a reference may see. */
export interface PublicStatus {
  readonly reference: string;
  readonly service: Localised;
  readonly state: Localised;
  readonly outcome?: string;
  readonly changedAt: string;
}

/** What the verification of a document answers; `same` once a file was compared. */
export interface VerifyAnswer {
  readonly state: 'valid' | 'revoked' | 'expired';
  readonly title: Localised;
  readonly number?: string | null;
  readonly issuedAt: string;
  readonly agency?: Localised | string | null;
  readonly validUntil?: string | null;
  readonly revokedAt?: string | null;
  readonly shows?: readonly { readonly title: Localised; readonly value: string | Localised }[];
  readonly same?: boolean | null;
}
