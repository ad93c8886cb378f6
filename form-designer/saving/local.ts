import type { Json } from '../commands/json.ts';

/** What this device has of a definition that the server has not. */
export interface LocalCopy {
  /** As the server had it when last in agreement, with its ETag. */
  readonly base: Json;
  readonly etag: string;
  readonly present: Json;
}

const name = (kind: string, id: string): string => `kladka.design.${kind}.${id}`;

/** Reads it; storage that is missing or spoilt gives nothing. */
export function readLocal(kind: string, id: string): LocalCopy | undefined {
  try {
    const text = localStorage.getItem(name(kind, id));
    return text === null ? undefined : (JSON.parse(text) as LocalCopy);
  } catch {
    return undefined;
  }
}

/** Keeps it; false where the device cannot (storage full or forbidden). */
export function writeLocal(kind: string, id: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(name(kind, id), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** Takes it off the device: the server has it. */
export function forgetLocal(kind: string, id: string): void {
  try {
    localStorage.removeItem(name(kind, id));
  } catch {
    // nothing was kept
  }
}
