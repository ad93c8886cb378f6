import type { Data } from './merge.ts';

/** What is kept on the device of a draft until it is sent or deleted. */
export interface LocalDraft {
  readonly data: Data;
  /** As the server had it when last in agreement. */
  readonly base: Data;
  readonly etag: string | null;
  /** Something here is not at the server yet. */
  readonly dirty: boolean;
  /** Idempotency-Key of the submission under way: the same for every repeat. */
  readonly submitKey?: string;
}

const name = (service: string, id: string): string => `kladka.draft.${service}.${id}`;

/** Reads what this device has of a draft; storage that is missing or spoilt gives nothing. */
export function readLocal(service: string, id: string): LocalDraft | undefined {
  try {
    const text = localStorage.getItem(name(service, id));
    return text === null ? undefined : (JSON.parse(text) as LocalDraft);
  } catch {
    return undefined;
  }
}

/** Keeps it; false where the device cannot (storage full or forbidden). */
export function writeLocal(service: string, id: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(name(service, id), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Takes it off the device: it was sent or deleted, or the person signed out. */
export function forgetLocal(service: string, id: string): void {
  try {
    localStorage.removeItem(name(service, id));
  } catch {
    // nothing was kept
  }
}

/** Takes every draft that the server has off the device, at signing out. What it has not stays. */
export function forgetSaved(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith('kladka.draft.')) continue;
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<LocalDraft>;
      if (!kept.dirty) localStorage.removeItem(key);
    }
  } catch {
    // nothing was kept
  }
}
