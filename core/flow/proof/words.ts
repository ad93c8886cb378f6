import type { Both } from '../types.ts';
import type { Failure, Property } from './types.ts';

type Word = {
  property: Property;
  uk: readonly [what: string, mend: string];
  en: readonly [what: string, mend: string];
  warning?: true;
};

/** What each failure is called: what may happen, how to mend it. */
export const words = {
  unreachableState: {
    property: 'reachable',
    uk: ['Жодна справа не потрапить у стан {state}', 'Ведіть у нього з іншого стану або вилучіть його'],
    en: ['No case can ever come to {state}', 'Lead to it from another state, or delete it'],
  },
  joinOutOfReach: {
    property: 'reachable',
    uk: [
      'Умову обʼєднання {state} виконати неможливо: треба «{outcome}» {need}, а стільки гілок так не закінчується',
      'Змініть умову або доведіть гілки до цього результату',
    ],
    en: [
      'The join of {state} can never be met: it needs “{outcome}” {need}, and not so many branches end like this',
      'Change the join, or lead branches to that outcome',
    ],
  },
  neverEnds: {
    property: 'ends',
    uk: [
      'Після {state} справа вже ніколи не закінчиться',
      'Додайте шлях до завершення: дію, строк або інший напрям',
    ],
    en: [
      'After {state} the case can never end',
      'Add a way to an end: an action, a deadline, another target',
    ],
  },
  noWayOn: {
    property: 'ends',
    uk: [
      'У {state} справа застрягне: усі дії використано, а строк нікуди не веде',
      'Додайте дію без обмеження або «overdue.to»',
    ],
    en: [
      'In {state} the case gets stuck: every action is used up and the deadline leads nowhere',
      'Add an action without a limit, or “overdue.to”',
    ],
  },
  noActionOffered: {
    property: 'ends',
    uk: [
      'У {state} кожна дія має умову: якщо жодна не справдиться, нічого не вдієш',
      'Додайте дію без умови або «overdue.to»',
    ],
    en: [
      'In {state} every action has a condition: where none holds, nothing can be done',
      'Add an action without a condition, or “overdue.to”',
    ],
    warning: true,
  },
  circlesAlone: {
    property: 'circles',
    uk: [
      'Справа може без кінця ходити по колу через {state}, і жодна людина її не побачить',
      'Поставте в коло завдання для людини або виведіть його до завершення',
    ],
    en: [
      'A case can circle for ever through {state} without any person seeing it',
      'Put a task for a person into the circle, or lead it to an end',
    ],
  },
  noDeadline: {
    property: 'deadlines',
    uk: [
      'У {state} справа чекає без строку',
      'Додайте «due» і «overdue» (для системи строк може дати конектор)',
    ],
    en: [
      'In {state} the case waits without a deadline',
      'Add “due” and “overdue” (for a system the connector may give it)',
    ],
  },
  nothingAtDue: {
    property: 'deadlines',
    uk: [
      'Коли строк у {state} мине, нічого не станеться',
      'Додайте «overdue»: куди йти («to») або кому сказати («raise»)',
    ],
    en: [
      'When the deadline of {state} passes, nothing happens',
      'Add “overdue”: where to go (“to”) or whom to tell (“raise”)',
    ],
  },
  waitsOnAfterDue: {
    property: 'deadlines',
    uk: [
      'Коли строк у {state} мине, про це лише скажуть: справа чекатиме далі, а діяти замість того, на кого чекають, ніхто не зможе',
      'Додайте «overdue.to»',
    ],
    en: [
      'When the deadline of {state} passes, it is only told: the case waits on, and nobody can act for the one it waits for',
      'Add “overdue.to”',
    ],
    warning: true,
  },
  tooLong: {
    property: 'fits',
    uk: [
      'Найдовший шлях триває {length}, а рішення за законом має бути за {limit}',
      'Скоротіть строки станів, додайте стани, де строк зупинено («pausedIn»), або змініть «decideWithin»',
    ],
    en: [
      'The longest path takes {length}, and the law wants a decision within {limit}',
      'Shorten the deadlines of states, name those in which the term stands still (“pausedIn”), or change “decideWithin”',
    ],
  },
  termNeverBegins: {
    property: 'fits',
    uk: [
      'Справу може бути вирішено, а строк за законом так і не почнеться: шлях обминає «{from}»',
      'Починайте строк там, де проходять усі справи («submitted»)',
    ],
    en: [
      'A case may be decided without the term in law ever beginning: the path passes by “{from}”',
      'Begin the term where every case passes (“submitted”)',
    ],
  },
  absentInDocument: {
    property: 'data',
    uk: [
      'Документ «{what}» показує {name}, а цього тоді може ще не бути',
      'Додайте умову «when» ({root} != null) або видавайте документ пізніше',
    ],
    en: [
      'The document “{what}” shows {name}, which may not exist by then',
      'Add a “when” ({root} != null), or issue the document later',
    ],
  },
  absentInMessage: {
    property: 'data',
    uk: [
      'Повідомлення «{what}» говорить {name}, а цього тоді може ще не бути',
      'Приберіть це з тексту або надсилайте повідомлення пізніше',
    ],
    en: [
      'The message “{what}” says {name}, which may not exist by then',
      'Leave it out, or send the message later',
    ],
  },
  absentInExpression: {
    property: 'data',
    uk: [
      'Вираз «{what}» потребує {name}, а цього тоді може ще не бути',
      'Напишіть, що робити, коли цього немає: if {name} = null then … else …',
    ],
    en: [
      'The expression “{what}” needs {name}, which may not exist by then',
      'Say what holds where there is none: if {name} = null then … else …',
    ],
  },
  ownCase: {
    property: 'ownCase',
    uk: [
      'Посадовець, який сам увів заяву, може сам її й вирішити',
      'Додайте "not": ["case.enteredBy"] до завдання, без якого рішення немає',
    ],
    en: [
      'The officer who entered an application may decide it alone',
      'Add "not": ["case.enteredBy"] to a task without which there is no decision',
    ],
  },
  applicantDecides: {
    property: 'ownCase',
    uk: [
      'Після {state} справу вирішено на користь заявника, і ніхто вже не перевіряє, що він змінив чи обрав',
      'Ведіть звідси на перевірку: до завдання посадовця або до запиту в реєстр',
    ],
    en: [
      'After {state} the case is decided in favour of the applicant, and nobody checks any more what they changed or chose',
      'Lead from here to a check: a task of an officer, or a call to a registry',
    ],
  },
  fourEyesOfNobody: {
    property: 'ownCase',
    uk: [
      '{state} не для того, хто діяв як {name}, а тоді ще ніхто міг не діяти: чотирьох очей не буде',
      'Назвіть у «not» стан, через який справа проходить завжди',
    ],
    en: [
      '{state} is not for whoever acted as {name}, and nobody may have acted by then: there are no four eyes',
      'Name in “not” a state that every case has passed',
    ],
  },
} as const satisfies Record<string, Word>;

export type FailureCode = keyof typeof words;

/** What fills the holes of a message: the same in every language, or a text. */
export type Holes = { [hole: string]: string | Both };

function filled(text: string, holes: Holes, language: 'uk' | 'en'): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = holes[name];
    return value === undefined ? whole : typeof value === 'string' ? value : value[language];
  });
}

/** A failure of a known code, in the analyst's words. */
export function failure(
  code: FailureCode,
  place: Pick<Failure, 'pointer' | 'at' | 'path' | 'circle'>,
  holes: Holes,
): Failure {
  const word: Word = words[code];
  return {
    property: word.property,
    code,
    severity: word.warning ? 'warning' : 'mistake',
    ...place,
    message: { uk: filled(word.uk[0], holes, 'uk'), en: filled(word.en[0], holes, 'en') },
    hint: { uk: filled(word.uk[1], holes, 'uk'), en: filled(word.en[1], holes, 'en') },
  };
}
