import type { Action } from '#core/definition/types.generated.ts';
import { at, withChanges, within } from '#core/flow/pointer.ts';
import { flowOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Json, Path, Pointer } from '#core/flow/types.ts';
import { under } from '#core/form/pointer.ts';
import { withSentRows } from '#core/form/rows.ts';
import type { Act } from './command.ts';
import { entered } from './entered.ts';
import type { EventBodies, PartyData } from './event.ts';
import { checkFiles } from './files.ts';
import { grounded } from './grounds.ts';
import { answersAnew, lookupNames } from './lookups.ts';
import { markablePages } from './markable.ts';
import { namesOf } from './names.ts';
import { ownForm } from './own-form.ts';
import type { PartyPlace, TaskPlace } from './place.ts';
import { fault, refuse } from './refuse.ts';
import { actionRefusal } from './rights.ts';
import { settle } from './settle.ts';
import { assured } from './submit.ts';
import { mustHold, said } from './tasks.ts';
import type { Turn } from './turn.ts';
import { Walk } from './walk.ts';
import { partiesOf, personOf } from './who.ts';

type ActedData = EventBodies['acted']['data'];

/** An action of a task or of a party's state: checked whole, then the flow goes on. */
export function act(turn: Turn, command: Act) {
  const { path } = command;
  const place = turn.case.places[path];
  if (place?.kind !== 'task' && place?.kind !== 'party')
    return refuse(
      'unknownPlace',
      'На цьому кроці вже нічого робити',
      'There is nothing to do here any more',
      '/path',
    );
  const state = stateAt(turn.service.bundle.flow, path);
  if (state?.type !== 'task' && state?.type !== 'party') return fault(path, 'there is no such state');
  const party = place.kind === 'party' ? mayActAs(turn, place) : undefined;
  if (place.kind === 'task') mustHold(turn, place);

  const action = Object.hasOwn(state.actions, command.action) ? state.actions[command.action] : undefined;
  if (!action)
    return refuse('unknownAction', 'Такої дії тут немає', 'There is no such action here', '/action');
  const code = actionRefusal(turn.service, turn.case, path, state, command.action, action, turn.now);
  if (code === 'tooOften')
    refuse(
      code,
      `Цю дію можна виконати не більше ${action.atMost} разів`,
      `This may be done at most ${action.atMost} times`,
      '/action',
    );
  if (code !== null) refuse(code, 'Зараз цієї дії немає', 'This action is not offered now', '/action');

  const person = personOf(turn.given.actor);
  const data: ActedData = {
    ...reasons(turn, action, command),
    ...(person === undefined ? {} : { person }),
    ...(party ? { party } : {}),
    ...enteredHere(turn, path, command),
    ...changed(turn, place, state.type === 'task' ? (state.edits ?? []) : [], command),
  };
  const times = (turn.case.results[path]?.times[command.action] ?? 0) + 1;
  turn.say({
    type: 'acted',
    path,
    state: place.state,
    action: command.action,
    times,
    ...(action.grounds ? { grounds: command.grounds ?? [] } : {}),
    ...(data.marks ? { marks: data.marks.map((m) => m.pointer) } : {}),
    ...(data.changes ? { changed: data.changes.map((c) => c.pointer) } : {}),
    data,
  });
  const walk = new Walk(turn);
  walk.leave(path, action.to);
  settle(walk);
}

/** Refuses one who is not the party that is waited for; binds a person who comes for the first time. */
function mayActAs(turn: Turn, place: PartyPlace): { key: string; data: PartyData } | undefined {
  const { actor } = turn.given;
  if (actor.kind !== 'party' || !partiesOf(turn.case, actor.identity).includes(place.party))
    return refuse('notAllowed', 'Тут чекають на іншу людину', 'Another person is waited for here');
  const name = turn.case.parties[place.party]?.party ?? place.party;
  const rules = turn.service.bundle.parties[name];
  if (rules) assured(rules, actor.identity);
  const known = turn.case.data.parties[place.party];
  if (known?.identity) return undefined;
  return { key: place.party, data: { ...known, identity: actor.identity } };
}

/** Reason, grounds, explanation and marks, as the action asks for them. */
function reasons(turn: Turn, action: Action, command: Act): ActedData {
  const data: ActedData = {};
  if (action.reason || command.reason !== undefined) data.reason = said(command.reason, '/reason');
  if (action.grounds) grounded(command.grounds ?? [], action.grounds);
  if (action.explain || command.explain !== undefined) data.explain = said(command.explain, '/explain');
  if (action.marks) {
    const marks = command.marks ?? [];
    if (marks.length === 0)
      refuse('marksNeeded', 'Позначте поля, які слід виправити', 'Mark the fields to be corrected', '/marks');
    if (marks.length > 200)
      refuse('tooLarge', 'Позначте не більше 200 полів', 'Mark at most 200 fields', '/marks');
    const open = markable(turn, command.path, action);
    for (const [i, mark] of marks.entries()) {
      const inForm = open.some((field) => within(mark.pointer, field));
      if (!inForm)
        refuse('unknownMark', 'Цього поля позначити не можна', 'This field cannot be marked', `/marks/${i}`);
      if (mark.say !== undefined && mark.say.length > 2000)
        refuse(
          'tooLarge',
          'Текст довший за 2000 знаків',
          'The text is longer than 2000 characters',
          `/marks/${i}/say`,
        );
    }
    data.marks = marks;
  }
  return data;
}

/** The fields that may be marked: those on the pages of the party states that the action leads to. */
function markable(turn: Turn, path: Path, action: Action): Pointer[] {
  const pages = markablePages(turn.service, path, action);
  return turn.service.bundle.form.pages
    .filter(({ id }) => pages?.includes(id) ?? true)
    .flatMap(({ fields }) => fields);
}

/** What was entered in the state's own form. */
function enteredHere(turn: Turn, path: string, command: Act): ActedData {
  const form = ownForm(turn.service, turn.case, path, turn.now);
  if (!form) return {};
  const names = namesOf(turn.service, turn.case, flowOf(path), turn.now);
  // Inside its own form, `form` is what is being entered; the application stays in reach under its own name
  const own = { ...names, application: names.form ?? null };
  const data = entered(form, withSentRows(form, command.data ?? {}), own, '/data');
  checkFiles(form, data, { ...turn.case.data.files, ...command.files });
  return { entered: data, ...(command.files ? { files: command.files } : {}) };
}

/** Changes of the application: an officer's within `edits`, a party's within what is open to it; the whole form holds afterwards. */
function changed(turn: Turn, place: TaskPlace | PartyPlace, edits: Pointer[], command: Act): ActedData {
  const wanted = Object.entries(command.changes ?? {});
  if (wanted.length === 0) return {};
  const open = place.kind === 'task' ? edits : place.open;
  const { bundle } = turn.service;
  for (const [pointer] of wanted)
    if (!open.some((field) => within(pointer, field)))
      refuse(
        'fieldNotOpen',
        'Це поле не можна змінювати',
        'This field is not open for change',
        under('/changes', pointer),
      );
  const form = withChanges(turn.case.data.form, command.changes ?? {});
  const before = namesOf(turn.service, turn.case, flowOf(place.path), turn.now);
  const lookups = answersAnew(turn.service, turn.case.data, form, before, command.lookups ?? {});
  const names = lookups
    ? { ...before, ...lookupNames(turn.service, { ...turn.case.data.lookups, ...lookups }) }
    : before;
  const whole = entered(bundle.form, form, names, '/changes');
  const files = { ...turn.case.data.files, ...command.files };
  checkFiles(bundle.form, whole, files);
  const changes = wanted
    .map(([pointer]) => ({
      pointer,
      from: at(turn.case.data.form, pointer) ?? null,
      to: at(whole, pointer) ?? null,
    }))
    .filter((c: { from: Json; to: Json }) => JSON.stringify(c.from) !== JSON.stringify(c.to));
  return {
    form: whole,
    changes,
    ...(lookups ? { lookups } : {}),
    ...(command.files ? { files: command.files } : {}),
  };
}
