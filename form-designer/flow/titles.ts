import { actionTitle, titleOf } from '#core/case/titles.ts';
import type { State } from '#core/definition/types.ts';
import { textOf } from '#portal/theme/language.tsx';
import type { JsonObject } from '../commands/json.ts';
import { objectOf } from '../commands/json.ts';
import { said } from '../parts/duration.ts';
import type { StateNode, Way } from './flow-place.ts';

/** How a case ends, by the kind of its outcome. */
const endings: { readonly [kind: string]: { readonly uk: string; readonly en: string } } = {
  granted: { uk: 'Задоволено', en: 'Granted' },
  partly: { uk: 'Задоволено частково', en: 'Granted in part' },
  refused: { uk: 'Відмовлено', en: 'Refused' },
  left: { uk: 'Залишено без розгляду', en: 'Left without decision' },
  withdrawn: { uk: 'Відкликано', en: 'Withdrawn' },
  cancelled: { uk: 'Скасовано', en: 'Cancelled' },
};

/** What a state is called: its own title, else that of its kind; an end by its outcome. */
export function stateTitle({ state, name }: Pick<StateNode, 'state' | 'name'>, language: string): string {
  if (state.type === 'end' && state.title === undefined) {
    const ending = endings[String(state.kind ?? '')];
    return ending ? textOf(ending, language) : String(state.outcome ?? name);
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
  uk: { workingDays: 'роб. дн.', hours: 'год', minutes: 'хв', D: 'дн.', W: 'тиж.', M: 'міс.', Y: 'р.' },
  en: { workingDays: 'w.d.', hours: 'h', minutes: 'min', D: 'd', W: 'wk', M: 'mo', Y: 'y' },
};

/** A term in short: «5 роб. дн.». */
export function term(value: unknown, language: 'uk' | 'en'): string {
  const plain = said(value as never);
  return plain ? `${plain.n} ${units[language][plain.unit]}` : '';
}
