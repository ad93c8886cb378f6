import { under } from '#core/form/pointer.ts';
import type { Draft } from '../draft/draft.ts';
import type { Test } from '../draft/test.ts';

/** A draft whose conditions name its neighbours (`./kind`), put into its place. */
export function nested(draft: Draft, container: string): Draft {
  return { ...draft, shows: draft.shows.map((one) => placed(one, container)) };
}

function placed(test: Test, container: string): Test {
  if ('field' in test)
    return test.field.startsWith('./') ? { ...test, field: under(container, test.field.slice(2)) } : test;
  if ('some' in test) return test;
  if ('not' in test) return { not: placed(test.not, container) };
  if ('all' in test) return { all: test.all.map((one) => placed(one, container)) };
  return { any: test.any.map((one) => placed(one, container)) };
}
