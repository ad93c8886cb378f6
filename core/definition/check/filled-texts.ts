import { pointerOf } from '../place.ts';
import type { Problem } from '../types.ts';
import { mistake } from './problem.ts';

/** Where `{{ FEEL }}` is filled in: blocks of documents, messages, what is said at an end, the purpose of a payment, numbers. */
const filled = [
  /^\/documents\/[^/]+\/(body|number)\//,
  /^\/messages\/[^/]+\/(subject|body|sms)(\/|$)/,
  /\/states\/[^/]+\/(say|purpose|body)(\/|$)/,
];

/** Elsewhere people would see the brackets. */
export function checkFilledTexts(definition: unknown): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string') {
      const at = pointerOf(path);
      const from = value.search(/\{\{[\s\S]+?\}\}/);
      if (from >= 0 && !filled.some((place) => place.test(at)))
        problems.push({
          ...mistake('textNotFilled', at, {}),
          within: { from, to: value.indexOf('}}', from) + 2 },
        });
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        if (key !== 'schema' && key !== 'ui') visit(inner, [...path, key]);
  };
  visit(definition, []);
  return problems;
}
