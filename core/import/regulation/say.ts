import type { Text } from '#core/definition/types.ts';

// What the report of a process says, and the words that its flow needs and the source has not.

const text = (uk: string, en: string): Text => ({ uk, en });

export const TASK = text('Завдання людини', 'A task of a person');
export const CORRECTION = text(
  'Повернення до форми стало її виправленням',
  'Coming back to the form became its correction',
);
export const NO_DEADLINE = text(
  'строку в джерелі немає: поставлено звичайний, змініть його',
  'there is no deadline in the source: a common one stands, change it',
);
export const SIGNED = text(
  'підпису до завдання тут не кладуть: підписує документ, що видається, або стан «sign»',
  'no signature is put to a task here: the document that is issued is signed, or a state “sign”',
);
export const RETURNED = text(
  'Помилка повертає до форми; її текст скажіть у повідомленні',
  'A mistake leads back to the form; say its words in a message',
);
export const ASKED = (connector: string): Text =>
  text(
    `Запит до конектора «${connector}»: заготовку конектора додано, опишіть його адресу, вхід і відповідь`,
    `A call of the connector “${connector}”: a draft of the connector comes along, describe its address, input and answer`,
  );
export const OTHER_PROCESS = (process: string): Text =>
  text(
    `Інший процес (${process}) звідси не починається: додайте стан «start»`,
    `Another process (${process}) is not started here: add a state “start”`,
  );
export const INSIDE = text(
  'Вкладений процес стоїть у потоці на своєму місці',
  'The process inside stands in the flow in its place',
);
export const WAIT = text('Очікування', 'A wait');
export const CAUGHT = text(
  'Чекали повідомлення: тут його надходження позначає людина',
  'A message was waited for: here a person says that it came',
);
export const THROWN = text('Подія не надсилається', 'The event is not sent');
export const GATEWAY = text('Розгалуження за умовами', 'A branching by conditions');
export const CONDITION = text('Умова розгалуження', 'A condition of a branching');
export const CHOSEN = text(
  'Умова питає не лише введене у формах: шлях вибирає людина',
  'The condition asks more than what was entered in the forms: a person chooses the way',
);
export const DECIDED = text(
  'Розгалуження, шлях якого вибирає людина',
  'A branching whose way a person chooses',
);
export const PARALLEL = text('Паралельні гілки, усі мають завершитися', 'Parallel branches, all have to end');
export const NO_JOIN = text(
  'Паралельні гілки не сходяться в одному місці: справа йде далі, коли завершаться всі',
  'The parallel branches do not meet in one place: the case goes on when all have ended',
);
export const ENDING = (kind: string): Text =>
  text(
    `Кінець; його вид («${kind}») узято з назви, перевірте`,
    `An end; its kind (“${kind}”) was taken from its name, look at it`,
  );
export const UNREACHED = text(
  'Сюди процес не веде, або починає його інша подія',
  'The process does not lead here, or another event starts it',
);
export const BEFORE = text(
  'Це ставалося до форми: дані для неї беруть prefill і lookups',
  'It happened before the form: prefill and lookups bring data into it',
);

export const ENDED = text('Справу завершено', 'The case has ended');
export const DONE = text('Виконано', 'Done');
export const ABANDONED = text('Строк минув, справу залишено', 'The term has passed, the case is left');
export const CANCELLED = text('Справу скасовано', 'The case is cancelled');
export const DECISION = text('Куди йде справа?', 'Where does the case go?');
export const WAY = (n: number): Text => text(`Шлях ${n}`, `Way ${n}`);
export const NEXT = text('Виконано', 'Done');
export const SIGN = text('Підписати', 'Sign');
export const RETRY = text('Спробувати ще раз', 'Try again');
export const GO_ON = text('Іти далі', 'Go on');
export const FAILED = (what: string): Text => text(`Не вдалося: ${what}`, `Failed: ${what}`);

/** One text and what is added to it, language by language. */
export const joined = (first: Text, more: readonly Text[]): Text =>
  text(
    [first.uk, ...more.map(({ uk }) => uk)].join('; '),
    [first.en, ...more.map(({ en }) => en)].join('; '),
  );

/** Whether a text is a duration of ISO 8601 that a state may have. */
export const isDuration = (duration: string): boolean =>
  /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(duration);

/** What kind of outcome a name speaks of. */
export function kindOf(name: string): 'granted' | 'refused' | 'cancelled' {
  if (/відмов|відхил|негатив|refus|reject|denied|deny/i.test(name)) return 'refused';
  return /скасов|помилк|неможлив|cancel|error|fail/i.test(name) ? 'cancelled' : 'granted';
}
