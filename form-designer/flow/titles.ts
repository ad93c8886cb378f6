import { actionTitle, endingTitle, titleOf } from '#core/case/titles.ts';
import type { State } from '#core/definition/types.ts';
import { textOf } from '#portal/theme/language.tsx';
import type { Json, JsonObject } from '../commands/json.ts';
import { objectOf } from '../commands/json.ts';
import { durationParts } from '../parts/duration.ts';
import type { StateNode, Way } from './flow-place.ts';

/** Outcomes of branches by the names that moves and examples give them. */
const outcomes: { readonly [outcome: string]: { readonly uk: string; readonly en: string } } = {
  approved: { uk: 'Погоджено', en: 'Approved' },
  rejected: { uk: 'Відхилено', en: 'Rejected' },
  agreed: { uk: 'Згода', en: 'Agreed' },
  declined: { uk: 'Відмова', en: 'Declined' },
  silent: { uk: 'Немає відповіді', en: 'No answer' },
  issued: { uk: 'Видано', en: 'Issued' },
};

/** What a state is called: its own title, else that of its kind; an end by its outcome. */
export function stateTitle({ state, name }: Pick<StateNode, 'state' | 'name'>, language: string): string {
  if (state.type === 'end' && state.title === undefined) {
    const outcome = String(state.outcome ?? name);
    // inside a branch the outcome says more than the kind
    const ending = outcomes[outcome] ?? endingTitle(String(state.kind ?? ''));
    return ending ? textOf(ending, language) : outcome;
  }
  return textOf(titleOf(state as unknown as State, name) as Record<string, string>, language) || name;
}

/** What stands on the button of an action. */
export const buttonTitle = (action: JsonObject, name: string, language: string): string =>
  textOf(actionTitle(action as { title?: object }, name) as Record<string, string>, language);

/** What is written at a way. */
export function wayTitle(
  { state }: StateNode,
  way: Way,
  language: string,
  words: (kind: Exclude<Way['kind'], 'action'>) => string,
): string {
  const name =
    way.action === undefined
      ? way.kind === 'action'
        ? ''
        : words(way.kind)
      : buttonTitle(objectOf(objectOf(state.actions)[way.action]), way.action, language);
  return way.when === undefined ? name : `${name}: ${way.when}`;
}

const units = {
  uk: {
    ...{ workingDays: 'роб. дн.', Y: 'р.', M: 'міс.', W: 'тиж.', D: 'дн.' },
    ...{ hours: 'год', minutes: 'хв', seconds: 'с' },
  },
  en: {
    ...{ workingDays: 'w.d.', Y: 'y', M: 'mo', W: 'wk', D: 'd' },
    ...{ hours: 'h', minutes: 'min', seconds: 's' },
  },
};

/** A term in short: «5 роб. дн.». */
export function term(value: unknown, language: 'uk' | 'en'): string {
  const parts = durationParts(value as Json | undefined) ?? [];
  return parts.map(({ n, unit }) => `${n} ${units[language][unit]}`).join(' ');
}
