import type { Kind } from './types.ts';

const kinds: readonly Kind[] = ['service', 'registry', 'connector', 'agency'];

/** What kind of definition a JSON value is: by its $schema, else by what it has; undefined where it is none. */
export function kindOf(value: unknown): Kind | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { id, $schema } = value as { id?: unknown; $schema?: unknown };
  if (typeof id !== 'string') return undefined;
  const named = kinds.find((kind) => String($schema ?? '').endsWith(`/${kind}.json`));
  if (named) return named;
  if ('flow' in value && 'form' in value) return 'service';
  if ('offices' in value) return 'agency';
  if ('kind' in value) return 'connector';
  return 'schema' in value || 'versions' in value ? 'registry' : undefined;
}
