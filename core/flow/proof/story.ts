import type { ServiceBundle, State } from '#core/definition/types.ts';
import { join } from '../position.ts';
import type { Both, Path, Text } from '../types.ts';
import type { Way } from '../ways.ts';
import type { Step, StepKind } from './types.ts';

/** What happens, by kind of step; `{who}` and `{action}` are filled in. */
const WORDS: { [kind in StepKind]: readonly [uk: string, en: string] } = {
  act: ['{who} обирає «{action}»', '{who} chooses “{action}”'],
  answered: ['відповідь надійшла', 'the answer comes'],
  failed: ['не вдалося', 'it fails'],
  none: ['вільного немає', 'there is none'],
  declined: ['відмова підписати', 'signing is declined'],
  tooFew: ['заяв замало', 'too few applications came'],
  told: ['подія сталася', 'the event happens'],
  until: ['час настав', 'the time has come'],
  due: ['строк минув, ніхто нічого не зробив', 'the deadline passes and nobody has acted'],
  exempt: ['звільнено від оплати', 'exempt from payment'],
  met: ['умову обʼєднання виконано', 'the join is met'],
  lost: ['умову обʼєднання вже не виконати', 'the join can no longer be met'],
  term: ['строк рішення за законом сплив', 'the term in law for the decision runs out'],
  withdraw: ['заявник відкликає заяву', 'the applicant withdraws the application'],
  reopen: ['вирішену справу відкрито знову', 'the decided case is reopened'],
};

/** What an answer is, where the kind of state says more than “the answer comes”. */
const ANSWERS: { [type in State['type']]?: readonly [uk: string, en: string] } = {
  pay: ['оплачено', 'it is paid'],
  sign: ['підписано', 'it is signed'],
  issue: ['видано', 'it is issued'],
  reserve: ['місце зарезервовано', 'a place is reserved'],
  start: ['повʼязані справи завершено', 'the related cases have ended'],
  collect: ['прийом заяв закінчено', 'the collection of applications ends'],
  publish: ['оприлюднено', 'it is published'],
};

const NOTHING: Both = { uk: '', en: '' };

/** A text of the definition in Ukrainian and in English, whichever languages it has. */
export function named(text: Text | undefined, name: string): Both {
  const any = text?.uk ?? text?.en ?? Object.values(text ?? {})[0] ?? name;
  return { uk: text?.uk ?? any, en: text?.en ?? any };
}

/** A state as people read of it: its title, and its name in the definition. */
export function stateNamed(state: State | undefined, name: string): Both {
  const title = named(state?.title, name);
  if (title.uk === name) return { uk: `«${name}»`, en: `“${name}”` };
  return { uk: `«${title.uk}» (${name})`, en: `“${title.en}” (${name})` };
}

/** Who acts in a state: the title of its role or party. */
function whoIn(bundle: ServiceBundle, state: State | undefined): Both {
  if (state?.type === 'task') return named(bundle.roles?.[state.role]?.title, state.role);
  if (state?.type !== 'party') return NOTHING;
  const title = bundle.parties[state.party]?.title;
  if (title === undefined && state.party === 'applicant') return { uk: 'Заявник', en: 'The applicant' };
  return named(title, state.party);
}

/** A step of a flow, told so that a person can follow it. */
export function stepOf(
  bundle: ServiceBundle,
  flow: { at: Path; pointer: string; states: { [name: string]: State } },
  from: string,
  way: Pick<Way, 'to' | 'action' | 'when'> & { kind: StepKind; pointer: string },
  more = NOTHING,
): Step {
  const state = flow.states[from];
  const next = stateNamed(flow.states[way.to], way.to);
  const here = stateNamed(state, from);
  const action =
    state && 'actions' in state && way.action !== undefined
      ? named(state.actions[way.action]?.title, way.action)
      : NOTHING;
  const who = whoIn(bundle, state);
  const [uk, en] = (way.kind === 'answered' && state && ANSWERS[state.type]) || WORDS[way.kind];
  const say = (language: 'uk' | 'en', pattern: string): string => {
    // a title may have any signs in it: it is no pattern
    const what = pattern.replace('{who}', () => who[language]).replace('{action}', () => action[language]);
    const only = way.when === undefined ? '' : ` (${language === 'uk' ? 'якщо' : 'if'} ${way.when})`;
    return `${here[language]}: ${what}${more[language]}${only} → ${next[language]}`;
  };
  return {
    at: join(flow.at, from),
    pointer: way.pointer,
    kind: way.kind,
    ...(way.action === undefined ? {} : { action: way.action }),
    to: join(flow.at, way.to),
    says: { uk: say('uk', uk), en: say('en', en) },
  };
}
