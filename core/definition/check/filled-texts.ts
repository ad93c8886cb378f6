import { pointerOf } from '../place.ts';
import type { Problem, Service } from '../types.ts';
import { statesOf } from '../walk.ts';
import { mistake } from './problem.ts';

/** Where `{{ FEEL }}` is filled in: blocks of documents, messages, numbers, what is said at an end, the purpose of a payment. */
const filled = [/^\/documents\/[^/]+\/(body|number)\//, /^\/messages\/[^/]+\/(subject|body|sms)(\/|$)/];

const filledIn: { readonly [type: string]: string } = { end: 'say', pay: 'purpose', publish: 'body' };

/** Elsewhere people would see the brackets. */
export function checkFilledTexts(service: Service): Problem[] {
  const places = statesOf(service.flow).flatMap(({ state, pointer }) => {
    const word = filledIn[state.type];
    return word === undefined ? [] : [`${pointer}/${word}/`];
  });
  const isFilled = (at: string) =>
    filled.some((place) => place.test(at)) || places.some((place) => at.startsWith(place));
  const problems: Problem[] = [];
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'string') problems.push(...unfilled(value, path, isFilled));
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        if (key !== 'schema' && key !== 'ui') visit(inner, [...path, key]);
  };
  visit(service, []);
  return problems;
}

function unfilled(
  text: string,
  path: readonly (string | number)[],
  isFilled: (at: string) => boolean,
): Problem[] {
  const from = text.search(/\{\{[\s\S]+?\}\}/);
  if (from < 0) return [];
  const at = pointerOf(path);
  if (isFilled(at)) return [];
  return [{ ...mistake('textNotFilled', at, {}), within: { from, to: text.indexOf('}}', from) + 2 } }];
}
