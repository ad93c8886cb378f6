type Name =
  | 'KLADKA_CASES'
  | 'KLADKA_PLATFORM'
  | 'KLADKA_REGISTRIES'
  | 'KLADKA_BUNDLES'
  | 'KLADKA_FILES'
  | 'KLADKA_QUEUES'
  | 'KLADKA_SERVICE'
  | 'KLADKA_PERSON_KEY';

/** A variable of the function's environment (docs/rooms.md). @throws Error where it is not set */
export function setting(name: Name): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
}
