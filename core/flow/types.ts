export type { Json, JsonObject } from '#core/definition/json.ts';

/** An instant in UTC, ISO 8601 (`2026-03-02T09:00:00.000Z`). */
export type Instant = string;
/** A JSON Pointer (RFC 6901). */
export type Pointer = string;
/** What a person reads: a text a language. Ukrainian and English are always there in our own texts. */
export type Text = { [language: string]: string };
/** A text of our own. */
export type Both = { uk: string; en: string };

/**
 * Where a case stands: a tree. Each flow (the top one, a branch of `parallel`, an item of `each`) is a flat machine.
 * The key of an item is its ordinal (`1`, `2`, …), never what tells a person apart: keys end up in paths, paths in logs and indexes.
 */
export type Position = {
  state: string;
  branches?: { [branch: string]: Position };
  items?: { [key: string]: Position };
};

/** The path of a state: `review`, `signing/head/decide`, `consents/2/ask`. */
export type Path = string;

/** The seven kinds the machinery knows. `call`, `pay`, `sign`, `issue`, `reserve`, `start`, `publish`, `collect` are one: ask, wait, answered or failed, due. */
export type StateKind = 'task' | 'party' | 'ask' | 'wait' | 'parallel' | 'each' | 'end';
