import type { TagKind } from '#portal/theme/parts/tag.tsx';

const keys = {
  granted: 'kind_granted',
  partly: 'kind_partly',
  refused: 'kind_refused',
  left: 'kind_left',
  withdrawn: 'kind_withdrawn',
  cancelled: 'kind_cancelled',
} as const;

/** The words for a kind of outcome, or undefined for one that is not known. */
export function outcomeKey(kind: string | undefined): (typeof keys)[keyof typeof keys] | undefined {
  return kind !== undefined && Object.hasOwn(keys, kind) ? keys[kind as keyof typeof keys] : undefined;
}

/** The colour of an outcome's tag. */
export function outcomeTag(kind: string | undefined): TagKind {
  if (kind === 'granted' || kind === 'partly') return 'good';
  return kind === 'refused' ? 'bad' : 'neutral';
}
