import type {
  Agency,
  Connector,
  DefinitionOf,
  JsonSchema,
  Registry,
  Scenario,
  Service,
  Text,
  Texts,
  UiSchema,
} from './types.generated.ts';

export type * from './types.generated.ts';

/** The four kinds of definition. */
export type Kind = keyof DefinitionOf;

/** Which definition is meant. */
export type DefinitionRef = { kind: Kind; id: string };

/** Operations of JSON Patch (RFC 6902), those that a mend needs. */
export type JsonPatch = readonly (
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move'; readonly from: string; readonly path: string }
)[];

/** A mistake (or a warning) in a definition: where, what is wrong in the analyst's words, how to mend it. Data, never thrown. */
export type Problem = {
  /** JSON Pointer into the definition. */
  pointer: string;
  /** Stable name of the mistake. */
  code: string;
  /** A warning does not stop publishing. */
  severity: 'mistake' | 'warning';
  message: Text;
  hint: Text;
  /** The change of the definition that removes it, where it is mechanical (JSON Patch, RFC 6902). */
  mend?: JsonPatch;
  /** Where inside the text at the pointer: characters from 0. */
  within?: { from: number; to: number };
  file?: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 1. */
  column?: number;
};

/** A shared part of schemas, with the ui and texts that come along. */
export type Part = { schema: JsonSchema; ui: UiSchema; texts: Texts };

/** All that a service-definitions/ folder holds, read. */
export type Library = {
  services: Record<string, Service>;
  registries: Record<string, Registry>;
  connectors: Record<string, Connector>;
  agencies: Record<string, Agency>;
  parts: Record<string, Part>;
  /** Published bundles by service and number. */
  published: Record<string, Record<number, ServiceBundle>>;
  /** The files as they were read, by path below the folder. */
  files: Record<string, string>;
};

/** A service as it is published: a version, every $ref resolved, parts' ui and texts merged in. */
export type ServiceBundle = Service & { version: number };

/** What is dated, not frozen. */
export type Live = {
  agencies: Record<string, Agency>;
  connectors: Record<string, Connector>;
  registries: Record<string, Registry>;
  /** The territory above each, by KATOTTG code. */
  territories?: Record<string, string>;
};

/** What a function runs: the frozen bundle, its hash and what is live beside it. */
export type Current = { bundle: ServiceBundle; hash: string; live: Live };

/** What lies beside the released definitions for those who go on drawing: shared parts, services as they were written, their scenarios by name. */
export type Sources = {
  parts?: Record<string, Part>;
  sources?: Record<string, Service>;
  scenarios?: Record<string, Record<string, Scenario>>;
};
