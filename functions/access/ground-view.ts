import type { GroundView, Text } from '#core/api/types.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';

/** Grounds of a decision by name, with the act of law and how to mend it. */
export function groundViews({ bundle }: ServiceRuntime, names: readonly string[]): GroundView[] {
  return names.flatMap((id) => {
    const ground = bundle.grounds?.[id];
    if (!ground) return [];
    const { title, act, mend } = ground;
    return [{ id, title: title as Text, act, ...(mend ? { mend: mend as Text } : {}) }];
  });
}
