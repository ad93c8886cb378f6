import { hash } from '#core/definition/hash.ts';
import type { JsonObject, Path } from '#core/flow/types.ts';
import { namesOf } from './names.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';

/** What numbers, letterheads and dates of every document need. */
const ALWAYS = new Set(['agency', 'office', 'case', 'now', 'today']);

/** The names that expressions anywhere in a definition's part use, and no others: what is not said is not handed out. */
export function namesUsed(
  service: ServiceRuntime,
  kase: Case,
  part: unknown,
  flow: Path,
  at: string,
  always: ReadonlySet<string> = ALWAYS,
): JsonObject {
  const text = JSON.stringify(part ?? {});
  const names = namesOf(service, kase, flow, at);
  const whole = text.includes('"of":');
  const pictured = text.includes('"type":"image"');
  return Object.fromEntries(
    Object.entries(names).filter(
      ([name]) =>
        (whole && name === 'form') ||
        // an attached image is found by its key
        (pictured && name === 'files') ||
        new RegExp(`\\b${name}\\b`).test(text) ||
        always.has(name),
    ),
  );
}

/** What tells one issue of a document from another that would say the same: nothing of when it was drawn. */
export function saysOf(
  service: ServiceRuntime,
  kase: Case,
  document: string,
  flow: Path,
  at: string,
): string {
  const {
    now: _,
    today: __,
    case: ___,
    ...said
  } = namesUsed(service, kase, service.bundle.documents?.[document], flow, at);
  return hash({ ...said, reference: kase.reference });
}
