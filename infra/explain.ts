import { UnknownBundle } from './bundles.ts';
import { DefinitionProblems } from './definitions.ts';
import { SettingError } from './settings.ts';

/** What to tell a person about an error they can mend, without a trace; null for any other error. */
export function explain(error: unknown): string | null {
  if (error instanceof DefinitionProblems || error instanceof SettingError || error instanceof UnknownBundle)
    return error.message;
  // esbuild has printed file and line already
  if (error instanceof Error && 'errors' in error) return 'The functions could not be bundled, see above.';
  return null;
}
