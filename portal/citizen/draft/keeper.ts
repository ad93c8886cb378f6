import type { Api } from '#portal/shell/api.ts';
import { offline, type Problem } from '#portal/shell/problem.ts';
import { forgetLocal, type LocalDraft, readLocal, writeLocal } from './local.ts';
import { type Conflict, type Data, merge, same, settle } from './merge.ts';

/** What the server answers about a draft. */
export interface DraftAnswer {
  readonly id: string;
  readonly form: Data;
}

/** Where the draft's words are just now. */
export type Saving = 'saved' | 'saving' | 'local' | 'unsaved';

/** A draft as its pages see it. */
export interface DraftState {
  readonly data: Data;
  readonly saving: Saving;
  readonly conflicts: readonly Conflict[];
  readonly problem?: Problem;
}

/** At most so often a draft goes to the server by itself, ms (docs/design.md section 4). */
export const EVERY = 30_000;

/**
 * Keeps a draft: on the device at every change, at the server on page change, on hiding and at most every 30 s.
 * If-Match guards the server's copy; when another device was faster, parts that only one side changed are
 * merged and the others are asked about.
 */
export class DraftKeeper {
  readonly service: string;
  readonly id: string;
  #api: Api;
  #local: LocalDraft;
  #state: DraftState;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #closed = false;

  constructor(api: Api, service: string, server: DraftAnswer, etag: string | null) {
    this.#api = api;
    this.service = service;
    this.id = server.id;
    const kept = readLocal(service, server.id);
    const fresh: LocalDraft = { data: server.form, base: server.form, etag, dirty: false };
    if (kept?.dirty) {
      const { merged, conflicts } = merge(kept.base, kept.data, server.form);
      this.#local = { ...kept, data: merged, base: server.form, etag, dirty: !same(merged, server.form) };
      this.#state = { data: merged, saving: this.#local.dirty ? 'unsaved' : 'saved', conflicts };
    } else {
      this.#local = kept?.submitKey ? { ...fresh, submitKey: kept.submitKey } : fresh;
      this.#state = { data: fresh.data, saving: 'saved', conflicts: [] };
    }
    writeLocal(service, this.id, this.#local);
    if (this.#local.dirty) this.#later();
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The ETag of what the server has. */
  get etag(): string | null {
    return this.#local.etag;
  }

  /** One Idempotency-Key for this draft's submission, the same after a reload. */
  submitKey(make: () => string): string {
    if (!this.#local.submitKey) this.#keep({ ...this.#local, submitKey: make() });
    return this.#local.submitKey ?? make();
  }

  /** The submission was refused for good: a corrected one is another intention. */
  dropSubmitKey(): void {
    const { submitKey: _, ...rest } = this.#local;
    this.#keep(rest);
  }

  /** Takes what was entered: kept on the device at once. */
  change(data: Data): void {
    if (same(data, this.#local.data)) return;
    this.#keep({ ...this.#local, data, dirty: true });
    this.#show({ data, saving: 'unsaved' });
    this.#later();
  }

  /** Chooses between this device's and the other's value of every part in conflict. */
  choose(choices: ReadonlyMap<string, unknown>): void {
    const data = settle(this.#local.data, choices);
    this.#keep({ ...this.#local, data, dirty: true });
    this.#show({ data, saving: 'unsaved', conflicts: [] });
    void this.save();
  }

  /** Sends to the server what it does not have yet; true when the two agree. */
  async save(): Promise<boolean> {
    while (this.#sending) await this.#sending;
    // what is not chosen yet is not sent over the other device's words
    const undecided = this.#state.conflicts.length > 0;
    if (!this.#local.dirty || this.#closed || undecided) return !this.#local.dirty;
    this.#sending = this.#send().finally(() => {
      this.#sending = undefined;
    });
    await this.#sending;
    return !this.#local.dirty;
  }

  /** Says for whom the draft is made. Nothing when it is done; the page opens the draft anew, as other fields show. */
  async through(right: string): Promise<Problem | undefined> {
    if (!(await this.save())) return this.#state.problem ?? offline;
    const { data, etag } = this.#local;
    const answer = await this.#api.put<unknown>(`/services/${this.service}/applications/${this.id}`, {
      body: { form: data, through: right },
      ...(etag ? { ifMatch: etag } : {}),
    });
    if (!answer.ok) return answer.problem;
    this.#keep({ ...this.#local, base: data, etag: answer.etag ?? etag });
    return undefined;
  }

  /** Stops saving. `forget` takes the draft off the device too (it was submitted or deleted). */
  close(forget = false): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    if (forget) forgetLocal(this.service, this.id);
  }

  /** Works again after `close` (a page that was left and entered anew). */
  reopen(): void {
    this.#closed = false;
    if (this.#local.dirty) this.#later();
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const sent = this.#local.data;
    this.#show({ saving: 'saving' });
    const path = `/services/${this.service}/applications/${this.id}`;
    const { etag } = this.#local;
    const answer = await this.#api.put<unknown>(path, {
      body: { form: sent },
      ...(etag ? { ifMatch: etag } : {}),
    });
    if (answer.ok) {
      const changed = !same(this.#local.data, sent);
      this.#keep({ ...this.#local, base: sent, etag: answer.etag ?? etag, dirty: changed });
      this.#show({ saving: changed ? 'unsaved' : 'saved' });
      if (changed) this.#later();
      return;
    }
    if (answer.problem.status === 412) return this.#reconcile();
    this.#show({ saving: 'local', problem: answer.problem });
    this.#later();
  }

  /** Another device was faster: takes its words, keeps ours, asks where they differ. */
  async #reconcile(): Promise<void> {
    const answer = await this.#api.get<DraftAnswer>(`/services/${this.service}/applications/${this.id}`);
    if (!answer.ok) {
      this.#show({ saving: 'local', problem: answer.problem });
      this.#later();
      return;
    }
    const theirs = answer.data.form;
    const { merged, conflicts } = merge(this.#local.base, this.#local.data, theirs);
    const dirty = !same(merged, theirs);
    this.#keep({ ...this.#local, data: merged, base: theirs, etag: answer.etag, dirty });
    this.#show({ data: merged, conflicts, saving: dirty ? 'unsaved' : 'saved' });
    if (dirty && conflicts.length === 0) this.#later(0);
  }

  #later(after = EVERY): void {
    if (this.#closed || (this.#timer !== undefined && after > 0)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.save();
    }, after);
  }

  #keep(local: LocalDraft): void {
    this.#local = local;
    if (!this.#closed) writeLocal(this.service, this.id, local);
  }

  #show(change: Partial<DraftState>): void {
    const { problem: _, ...before } = this.#state;
    this.#state = { ...before, ...change };
    for (const listener of this.#listeners) listener();
  }
}
