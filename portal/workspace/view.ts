import type { Mark } from '#core/case/types.ts';
import type { FormDefinition, Json } from '#core/form/types.ts';
import type { Localised } from '#portal/theme/language.tsx';

/** A list in pages: ask again with `cursor` for the next. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

/** A person in a role of an office. */
export interface AppointmentView {
  readonly person: string;
  readonly name?: string;
  readonly agency: string;
  readonly office: string;
  readonly role: string;
  readonly roleTitle?: Localised;
  readonly officeTitle?: Localised;
  readonly from?: string;
  readonly to?: string;
  readonly order?: string;
}

/** A line of the list of tasks. */
export interface TaskLine {
  readonly case: string;
  readonly path: string;
  readonly state: string;
  readonly service: string;
  readonly serviceTitle?: Localised;
  readonly reference: string;
  readonly title: Localised;
  readonly agency: string;
  readonly office: string;
  readonly role: string;
  readonly due?: string;
  readonly since: string;
  readonly overdue: boolean;
  readonly claimedBy?: string;
  readonly claimedByName?: string;
  readonly consult?: string;
}

/** What an officer may do in a task, as the definition states it and this case allows it now. */
export interface ActionView {
  readonly id: string;
  readonly title: Localised;
  readonly reason?: boolean;
  readonly explain?: boolean;
  readonly marks?: boolean;
  readonly grounds?: readonly GroundView[];
  readonly confirm?: Localised;
  /** How many times it may still be taken; absent where there is no limit. */
  readonly left?: number;
}

export interface GroundView {
  readonly id: string;
  readonly title: Localised;
  readonly act: string;
  readonly mend?: Localised;
}

/** A task of the case. `mine`: this officer has claimed it; `may`: what this officer may do with it. */
export interface TaskView {
  readonly path: string;
  readonly state: string;
  readonly title: Localised;
  readonly say?: Localised;
  readonly agency: string;
  readonly office: string;
  readonly role: string;
  readonly due?: string;
  readonly overdue: boolean;
  readonly claimedBy?: string;
  readonly claimedByName?: string;
  readonly mine: boolean;
  readonly may: readonly string[];
  readonly actions: readonly ActionView[];
  readonly form?: FormDefinition;
  /** Pointers that the officer may change. */
  readonly edits?: readonly string[];
  /** Pages whose fields may be marked, by the action that returns the case. */
  readonly markable?: Readonly<Record<string, readonly string[]>>;
  readonly consults?: readonly ConsultView[];
}

export interface ConsultView {
  readonly id: string;
  readonly agency: string;
  readonly office: string;
  readonly role: string;
  readonly by: string;
  readonly question?: string;
  readonly opinion?: string;
  readonly mine?: boolean;
}

export interface FileView {
  readonly id: string;
  readonly at: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly scan: 'pending' | 'clean' | 'infected' | 'mismatch';
}

/** What another system answered, or why it did not. */
export interface AnswerView {
  readonly as: string;
  readonly title?: Localised;
  readonly at?: string;
  readonly result?: Json;
  readonly failed?: string;
}

export interface PartyView {
  readonly key: string;
  readonly party: string;
  readonly title?: Localised;
  readonly name?: string;
  readonly through?: string;
  readonly asked: boolean;
  readonly due?: string;
  readonly answer?: { readonly title: Localised; readonly at: string; readonly reason?: string };
}

export interface NoteView {
  readonly at: string;
  readonly from: string;
  readonly to?: string;
  readonly text: string;
}

export interface ChangeView {
  readonly pointer: string;
  readonly from: Json;
  readonly to: Json;
  readonly at: string;
  readonly by?: string;
}

export interface HistoryView {
  readonly seq: number;
  readonly at: string;
  readonly title: Localised;
  readonly by?: string;
  readonly text?: string;
}

/** A case as an officer may see it. */
export interface CaseView {
  readonly id: string;
  readonly service: string;
  readonly serviceTitle: Localised;
  readonly reference: string;
  readonly title: Localised;
  readonly submittedAt: string;
  readonly channel: string;
  readonly term?: {
    readonly due: string;
    readonly paused?: { readonly since: string };
    readonly overdue?: boolean;
    readonly extended: number;
  };
  readonly outcome?: { readonly title: Localised; readonly kind: string; readonly at: string };
  readonly frame: Pick<FormDefinition, 'schema' | 'ui' | 'texts' | 'pages'>;
  readonly form: Readonly<Record<string, Json>>;
  readonly changes: readonly ChangeView[];
  readonly marks: readonly Mark[];
  readonly files: readonly FileView[];
  readonly documents: readonly {
    readonly id: string;
    readonly title: Localised;
    readonly at: string;
    readonly file?: string;
  }[];
  readonly answers: readonly AnswerView[];
  readonly parties: readonly PartyView[];
  readonly tasks: readonly TaskView[];
  readonly notes: readonly NoteView[];
  readonly history: readonly HistoryView[];
  /** What this officer may do with the whole case: `extend`, `message`, `reopen`, `revoke`. */
  readonly may: readonly string[];
}

/** An agency with its offices and roles, as far as a colleague of another needs them. */
export interface AgencyView {
  readonly id: string;
  readonly title: Localised;
  readonly offices: readonly {
    readonly id: string;
    readonly title: Localised;
    readonly roles?: readonly string[];
  }[];
  readonly roles: Readonly<Record<string, { readonly title: Localised }>>;
}

/** An effect that failed after all attempts. */
export interface EffectView {
  readonly id: string;
  readonly connector: string;
  readonly kind: string;
  readonly reference: string;
  readonly service: string;
  readonly case: string;
  readonly code: string;
  readonly attempts: number;
  readonly since: string;
}

/** How cases of a service stand in an office. */
export interface CountView {
  readonly service: string;
  readonly serviceTitle?: Localised;
  readonly office: string;
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
  readonly decided?: number;
  /** Working hours in which half of the cases were decided. */
  readonly medianHours?: number;
  readonly waiting: readonly {
    readonly role: string;
    readonly roleTitle?: Localised;
    readonly count: number;
  }[];
}

/** Who is signed in, with their appointments in force and what those allow beside tasks. */
export interface MeView {
  readonly person: string;
  readonly appointments: readonly AppointmentView[];
  readonly may: readonly string[];
}
