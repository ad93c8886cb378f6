import type { IssuedView, Text } from '#core/api/types.ts';
import { comingFor, issuedState } from '#core/case/issued.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Case, IssuedMeta } from '#core/case/types.ts';

/** A document that a case issued: what it is, whether it holds, and what is on its way to take its place. */
export function issuedView({ bundle }: ServiceRuntime, kase: Case, issued: IssuedMeta): IssuedView {
  const { id, document, at, number, key, duplicate } = issued;
  const state = issuedState(issued);
  const coming = comingFor(kase, id);
  return {
    id,
    title: (bundle.documents?.[document]?.title as Text | undefined) ?? { uk: document, en: document },
    at,
    ...(number === undefined ? {} : { number }),
    ...(key === undefined ? {} : { file: id }),
    ...(state === undefined ? {} : { state }),
    ...(duplicate ? { duplicate } : {}),
    ...(coming === undefined ? {} : { coming }),
  };
}
