import type { Agency, Connector, Kind, Part, Registry } from '#core/definition/types.ts';
import type { Text } from './common.ts';

/** A definition being worked on. */
export type DefinitionDraft = { definition: unknown; savedAt: string };
export type CheckAnswer = {
  problems: {
    pointer: string;
    code: string;
    /** A warning does not stop publishing. */
    severity: 'mistake' | 'warning';
    message: Text;
    hint: Text;
  }[];
};
/** A definition as the designer lists it. */
export type DefinitionLine = {
  kind: Kind;
  id: string;
  title: Text;
  /** Who answers for it. */
  agency?: { id: string; title?: Text };
  /** Whether the caller may change it. */
  mine: boolean;
  /** What runs now; version 0 is a working copy of one machine. Only services have versions that run. */
  live?: { version?: number; hash?: string };
  /** What was published last from the designer. */
  published?: { version: number; hash: string; at: string; by: string };
  /** What is being worked on. `mistakes`: how many stop publishing. */
  draft?: { savedAt: string; savedBy: string; mistakes: number };
};
/** What a definition leans on: what is live, shared parts, and which services there are. */
export type DesignerLibrary = {
  agencies: Record<string, Agency>;
  connectors: Record<string, Connector>;
  registries: Record<string, Registry>;
  parts: Record<string, Part>;
  services: Record<string, { title: Text; hash: string }>;
  /** The agencies for which the caller draws. */
  mine: string[];
  /** Those for which they may publish. */
  publishes: string[];
};
export type PublishAnswer = {
  version: number;
  hash: string;
  /** False where nothing had changed since the version before. */
  changed: boolean;
};
/** A version as it was published: what was written, and for a service the bundle made of it. */
export type PublishedDefinition = {
  version: number;
  hash: string;
  at: string;
  by: string;
  source: unknown;
};
