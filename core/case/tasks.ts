import type { Path, Text } from '#core/flow/types.ts';
import type { Appointment } from './actor.ts';
import type { AnswerConsult, Assign, Claim, Consult, Release, Transfer } from './command.ts';
import { drawnFrom } from './draws.ts';
import { mustNotConcern, OWN_CASE } from './offered.ts';
import type { TaskPlace } from './place.ts';
import { refuse, refuseSaying } from './refuse.ts';
import { holds, isForTheTaking, mayBeside, type TaskRefusal, taskRefusal } from './rights.ts';
import type { Turn } from './turn.ts';

/** The task that waits at a path. */
export function taskAt(turn: Turn, path: Path): TaskPlace {
  const place = turn.case.places[path];
  if (place?.kind !== 'task')
    return refuse('unknownPlace', 'Цього завдання вже немає', 'This task is not there any more', '/path');
  return place;
}

/** The appointment of the officer who acts, whom the case does not concern. */
export function officer(turn: Turn): Appointment {
  const { actor } = turn.given;
  if (actor.kind !== 'officer')
    return refuse('notAllowed', 'Це може зробити лише посадова особа', 'Only an officer may do this');
  mustNotConcern(turn, actor.appointment);
  return actor.appointment;
}

const WHY: { readonly [code in TaskRefusal]: Text } = {
  notYourTask: {
    uk: 'Це завдання іншої ролі або іншого офісу',
    en: 'This task is of another role or office',
  },
  ownCase: OWN_CASE,
  fourEyes: {
    uk: 'Це має зробити інша людина, ніж на попередньому кроці',
    en: 'Another person than in the earlier step must do this',
  },
};

/** Refuses where the officer may not work on the task. */
export function mayWork(turn: Turn, place: TaskPlace): Appointment {
  const a = officer(turn);
  const code = taskRefusal(turn.service, turn.case, place, a, turn.now);
  if (code !== null) refuseSaying(code, WHY[code]);
  return a;
}

/** Refuses where the task is not claimed by the officer who acts. */
export function mustHold(turn: Turn, place: TaskPlace): Appointment {
  const a = mayWork(turn, place);
  if (place.claimedBy === undefined) refuse('notClaimed', 'Спершу візьміть завдання', 'Claim the task first');
  if (place.claimedBy !== a.person)
    refuse('claimedByOther', 'Завдання взяв інший виконавець', 'Another officer has claimed the task');
  return a;
}

export function claim(turn: Turn, { path }: Claim) {
  const place = taskAt(turn, path);
  const a = mayWork(turn, place);
  if (place.claimedBy !== undefined)
    refuse('claimedByOther', 'Завдання вже взято', 'The task is claimed already');
  if (!isForTheTaking(place, a)) {
    if (place.assign === 'byHead')
      refuse('notAllowed', 'Виконавця призначає керівник', 'The head assigns this task');
    refuse(
      'notAllowed',
      'Виконавця цього завдання визначить жеребкування, зачекайте хвилину',
      'The officer of this task is drawn, wait a minute',
    );
  }
  turn.say({ type: 'claimed', path, by: a.person });
}

export function release(turn: Turn, { path }: Release) {
  const place = taskAt(turn, path);
  mustHold(turn, place);
  turn.say({ type: 'released', path, ...drawnFrom(place.assign, turn.now) });
}

export function assign(turn: Turn, { path, person }: Assign) {
  const place = taskAt(turn, path);
  const a = officer(turn);
  if (!holds(a, turn.now) || !mayBeside(turn.service, place, a, 'assign'))
    refuse(
      'notAllowed',
      'Призначати виконавця може керівник цього офісу',
      'The head of this office assigns tasks',
    );
  const { agency, office, role } = place;
  const code = taskRefusal(turn.service, turn.case, place, { person, agency, office, role }, turn.now);
  if (code !== null) refuseSaying(code, WHY[code], '/person');
  turn.say({ type: 'assigned', path, to: person });
}

export function transfer(turn: Turn, command: Transfer) {
  const { path, agency, office, reason } = command;
  const place = taskAt(turn, path);
  if (place.claimedBy === undefined) mayWork(turn, place);
  else mustHold(turn, place);
  said(reason, '/reason');
  const role = command.role ?? place.role;
  known(turn, agency, office, role);
  const draw = drawnFrom(place.assign, turn.now);
  turn.say({ type: 'transferred', path, agency, office, role, ...draw, data: { reason } });
}

export function consult(turn: Turn, command: Consult) {
  const { path, agency, office, role, question, by, fields } = command;
  const place = taskAt(turn, path);
  mustHold(turn, place);
  said(question, '/question');
  known(turn, agency, office, role);
  if (by <= turn.now)
    refuse('late', 'Строк уже минув: назвіть пізніший', 'The date has passed: name a later one', '/by');
  if (Object.keys(place.consults ?? {}).length >= 20)
    refuse('tooOften', 'Забагато запитів думки в одному завданні', 'Too many opinions asked in one task');
  const id = turn.given.ids.uuid();
  turn.say({ type: 'consulted', path, consult: id, agency, office, role, by, fields, data: { question } });
}

export function answerConsult(turn: Turn, { path, consult: id, opinion }: AnswerConsult) {
  const asked = taskAt(turn, path).consults?.[id];
  if (!asked) return refuse('unknownPlace', 'Такого запиту немає', 'There is no such question', '/consult');
  if (asked.answered) refuse('ended', 'На цей запит уже відповіли', 'This question is answered already');
  const a = officer(turn);
  if (!holds(a, turn.now) || a.agency !== asked.agency || a.office !== asked.office || a.role !== asked.role)
    refuse('notYourTask', 'Запит поставлено іншій ролі або офісу', 'Another role or office was asked');
  said(opinion, '/opinion');
  turn.say({ type: 'opined', path, consult: id, data: { opinion } });
}

const LONGEST = 20_000;

/** Refuses an empty or overlong text. */
export function said(text: string | undefined, at: string): string {
  if (text === undefined || text.trim() === '')
    return refuse('reasonNeeded', 'Напишіть пояснення', 'Write the reason', at);
  if (text.length > LONGEST)
    return refuse(
      'tooLarge',
      `Текст довший за ${LONGEST} знаків`,
      `The text is longer than ${LONGEST} characters`,
      at,
    );
  return text;
}

function known(turn: Turn, agency: string, office: string, role: string) {
  const found = turn.service.live.agencies[agency];
  const at = found?.offices.find((o) => o.id === office);
  const has = at?.roles === undefined || at.roles.some((r) => r === role);
  if (!found || !at || !has || !Object.hasOwn(found.roles, role))
    refuse(
      'notAllowed',
      'Такої ролі в такому офісі немає',
      'There is no such role in such an office',
      '/office',
    );
}
