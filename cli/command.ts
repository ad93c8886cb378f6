import type { ParseArgsOptionsConfig } from 'node:util';

/** 0: done. 1: problems were found. 2: it was called wrongly. */
export type ExitCode = 0 | 1 | 2;

/** What a command was called with: `positionals` after its name, options as util.parseArgs gives them. */
export type Call = {
  positionals: string[];
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  /** Prints to people (or, with --json, nothing). */
  say(line: string): void;
  /** Prints the result for programs, where --json asks for it. */
  give(value: unknown): void;
};

export type Command = {
  /** How it is called, without `kladka`. */
  usage: string;
  about: string;
  options?: ParseArgsOptionsConfig;
  run(call: Call): Promise<ExitCode> | ExitCode;
};

/** Called wrongly; the message says how to call it. */
export class UsageError extends Error {
  readonly code = 'usage';
}

/** It cannot be done; the message says why and how to mend it. */
export class CommandError extends Error {
  readonly code = 'command';
}
