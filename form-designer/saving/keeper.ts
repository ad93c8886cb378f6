import type { DefinitionDraft } from '#core/api/types.ts';
import type { Kind } from '#core/definition/types.ts';
import type { Api } from '#portal/shell/api.ts';
import type { Problem } from '#portal/shell/problem.ts';
import { type EditOptions, edited, type History, opened, redone, undone } from '../commands/history.ts';
import { type Json, same } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { forgetLocal, readLocal, writeLocal } from './local.ts';
import { type Conflict, merge } from './merge.ts';

/** How it stands with the server. */
export type Saving = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused';

export interface Kept {
  readonly history: History;
  readonly saving: Saving;
  readonly etag: string;
  /** Why the server did not take it, where it said so. */
  readonly problem?: Problem;
  /** What two analysts changed differently; to be chosen. */
  readonly conflicts: readonly Conflict[];
}

/** What the keeper needs of the world; tests hand in their own. */
export interface KeeperPorts {
  readonly read: () => ReturnType<Api['get']>;
  readonly write: (definition: Json, etag: string) => ReturnType<Api['put']>;
  readonly later: (work: () => void, ms: number) => () => void;
  /** Does it once what was changed has been drawn. */
  readonly drawn: (work: () => void) => void;
}

/** Typing is saved so long after its last key, ms. */
const PAUSE = 700;
/** Without a connection it is tried again so often, ms. */
const AGAIN = 5_000;
/** What is kept on this device waits so long at most for the page to be at rest, ms. */
const REST = 200;

export const portsOf = (api: Api, kind: Kind, id: string): KeeperPorts => ({
  read: () => api.get<DefinitionDraft>(`/definitions/${kind}/${id}/draft`),
  write: (body, ifMatch) => api.put(`/definitions/${kind}/${id}/draft`, { body, ifMatch }),
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  drawn: (work) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: REST });
    else setTimeout(work, REST);
  },
});

/**
 * Keeps a definition while it is drawn: on this device once the change is on the screen, on the server soon after. What another analyst saved
 * meanwhile is merged part by part; nobody's work is lost, neither by a reload nor by a lost connection.
 */
export class Keeper {
  readonly kind: Kind;
  readonly id: string;
  #ports: KeeperPorts;
  #state: Kept;
  /** As the server has it under the ETag. */
  #base: Json;
  /** What this device goes on from while a choice is open: a reload must ask again, not overwrite. */
  #asked: { base: Json; etag: string } | undefined;
  #listeners = new Set<() => void>();
  #cancel: (() => void) | undefined;
  /** Whether what is on this device is behind. */
  #behind = false;
  #saving: Promise<void> | undefined;

  constructor(kind: Kind, id: string, ports: KeeperPorts, definition: Json, etag: string) {
    this.kind = kind;
    this.id = id;
    this.#ports = ports;
    this.#base = definition;
    this.#state = { history: opened(definition), saving: 'saved', etag, conflicts: [] };
    this.#recover();
  }

  readonly state = (): Kept => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get present(): Json {
    return this.#state.history.present;
  }

  /** Makes an edit. @throws OperationError where it cannot be done; then nothing changes */
  edit(operations: readonly Operation[], options: EditOptions = {}): void {
    this.#moved(edited(this.#state.history, operations, options));
  }

  /** Takes the last edit back; answers where it was made. */
  undo(): string | undefined {
    const place = this.#state.history.past.at(-1)?.place;
    this.#moved(undone(this.#state.history));
    return place;
  }

  redo(): string | undefined {
    const place = this.#state.history.future[0]?.place;
    this.#moved(redone(this.#state.history));
    return place;
  }

  /** Lays a choice over what two analysts changed differently. */
  choose(conflict: Conflict, theirs: boolean): void {
    const { pointer, mine, theirs: other } = conflict;
    const value = theirs ? other : mine;
    const conflicts = this.#state.conflicts.filter((one) => one !== conflict);
    if (conflicts.length === 0) this.#asked = undefined;
    this.#become({ conflicts });
    if (!same(value, mine))
      this.edit([value === undefined ? { do: 'take', at: pointer } : { do: 'put', at: pointer, value }]);
    else this.#soon(0);
  }

  /** Saves at once what is not saved yet. */
  async save(): Promise<void> {
    if (this.#behind) this.#keep();
    this.#cancel?.();
    this.#cancel = undefined;
    await this.#saving;
    if (same(this.present, this.#base) || this.#state.conflicts.length > 0) return;
    this.#saving = this.#send().finally(() => {
      this.#saving = undefined;
    });
    await this.#saving;
  }

  #recover(): void {
    const kept = readLocal(this.kind, this.id);
    if (!kept || same(kept.present, this.#base)) return;
    if (kept.etag === this.#state.etag) this.edit([{ do: 'put', at: '', value: kept.present }]);
    else this.#meet(kept.base, kept.present, this.#base, kept.etag);
  }

  #moved(history: History): void {
    if (history === this.#state.history) return;
    const clean = same(history.present, this.#base);
    this.#become({ history, saving: clean && !this.#saving ? 'saved' : 'waiting' });
    this.#keepSoon();
    this.#soon(PAUSE);
  }

  /** Writing down a large definition must not hold up the drawing of what was typed. */
  #keepSoon(): void {
    if (this.#behind) return;
    this.#behind = true;
    this.#ports.drawn(() => this.#behind && this.#keep());
  }

  #keep(): void {
    this.#behind = false;
    if (same(this.present, this.#base)) forgetLocal(this.kind, this.id);
    else
      writeLocal(this.kind, this.id, {
        base: this.#base,
        etag: this.#state.etag,
        ...this.#asked,
        present: this.present,
      });
  }

  #soon(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#ports.later(() => void this.save(), ms);
  }

  async #send(): Promise<void> {
    const sent = this.present;
    this.#become({ saving: 'saving' });
    const answer = await this.#ports.write(sent, this.#state.etag);
    if (answer.ok) {
      this.#base = sent;
      const { problem: _, ...state } = this.#state;
      this.#state = { ...state, etag: answer.etag ?? state.etag };
      this.#become({ saving: same(this.present, sent) ? 'saved' : 'waiting' });
      this.#keep();
      return;
    }
    const { problem } = answer;
    if (problem.status === 412) return this.#changed();
    if (problem.status === 0 || problem.status >= 500) {
      this.#become({ saving: 'offline', problem });
      return this.#soon(AGAIN);
    }
    this.#become({ saving: 'refused', problem });
  }

  /** Someone else saved meanwhile. */
  async #changed(): Promise<void> {
    const answer = await this.#ports.read();
    if (!answer.ok) {
      this.#become({ saving: 'offline', problem: answer.problem });
      return this.#soon(AGAIN);
    }
    const theirs = (answer.data as DefinitionDraft).definition as Json;
    const [was, etag] = [this.#base, this.#state.etag];
    this.#base = theirs;
    this.#become({ etag: answer.etag ?? this.#state.etag });
    this.#meet(was, this.present, theirs, etag);
  }

  #meet(base: Json, mine: Json, theirs: Json, etag: string): void {
    const { merged, conflicts } = merge(base, mine, theirs);
    this.#asked = conflicts.length > 0 ? { base, etag } : undefined;
    this.#become({ conflicts });
    if (!same(merged, this.present)) {
      // what the other wrote is no edit of ours: undoing begins anew, so that it cannot take their work away
      this.#moved(opened(merged));
      return;
    }
    this.#become({ saving: same(merged, this.#base) ? 'saved' : 'waiting' });
    this.#keep();
    this.#soon(0);
  }

  #become(change: Partial<Kept>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
