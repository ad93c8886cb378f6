import type { ConsultView, TaskActionView, TaskView, Text } from '#core/api/types.ts';
import { markablePages } from '#core/case/markable.ts';
import { ownForm } from '#core/case/own-form.ts';
import { keptFrom, type Possible } from '#core/case/rights.ts';
import { actionTitle, titleOf } from '#core/case/titles.ts';
import type { Appointment, TaskPlace } from '#core/case/types.ts';
import type { Visible } from '#core/case/visible.ts';
import { isConcerned } from '#core/case/who.ts';
import type { Action } from '#core/definition/types.ts';
import { stateAt } from '#core/flow/states.ts';
import { groundViews } from '../access/ground-view.ts';
import { type Found, possibleFor } from './held.ts';

type Viewing = { found: Found; held: readonly Appointment[]; seen: Visible };

function actionView(found: Found, path: string, id: string, action: Action): TaskActionView {
  const taken = found.kase.results[path]?.times[id] ?? 0;
  return {
    id,
    title: actionTitle(action, id),
    ...(action.reason ? { reason: true } : {}),
    ...(action.explain ? { explain: true } : {}),
    ...(action.marks ? { marks: true } : {}),
    ...(action.grounds ? { grounds: groundViews(found.service, action.grounds) } : {}),
    ...(action.confirm ? { confirm: action.confirm as Text } : {}),
    ...(action.atMost === undefined ? {} : { left: Math.max(0, action.atMost - taken) }),
  };
}

/** The questions asked in a task that may be seen: all of them by its own roles, else those asked of this officer. */
function consultsOf({ found, seen, held }: Viewing, place: TaskPlace): ConsultView[] {
  const known = Object.values(place.consults ?? {}).filter(({ id }) => id in seen.consults);
  return known.map(({ id, agency, office, role, by, answered }) => {
    const mine = held.some(
      (a) => a.agency === agency && a.office === office && a.role === role && !isConcerned(found.kase, a),
    );
    return { id, agency, office, role, by, ...seen.consults[id], ...(mine && !answered ? { mine } : {}) };
  });
}

/** A task of the case: what this officer may do in it by any of their appointments. `names`: of officers, by person. */
export function taskView(viewing: Viewing, place: TaskPlace, names: ReadonlyMap<string, string>): TaskView {
  const { found, held } = viewing;
  const { path, state, agency, office, role, claimedBy } = place;
  const definition = stateAt(found.service.bundle.flow, path);
  const task = definition?.type === 'task' ? definition : undefined;
  const may = held
    .flatMap((a) => possibleFor(found, a))
    .filter((one): one is Extract<Possible, { path: string }> => 'path' in one && one.path === path);
  const acts = new Map(may.flatMap((one) => (one.what === 'act' ? [[one.action, one.definition]] : [])));
  const mine = claimedBy !== undefined && held.some(({ person }) => person === claimedBy);
  const marked = [...acts].flatMap(([id, action]) => {
    const pages = action.marks ? markablePages(found.service, path, action) : undefined;
    return pages ? [[id, pages] as const] : [];
  });
  const kept = keptFrom(found.service, found.kase, place, held, found.now);
  const name = claimedBy === undefined ? undefined : names.get(claimedBy);
  const consults = consultsOf(viewing, place);
  const form = acts.size > 0 ? ownForm(found.service, found.kase, path, found.now) : undefined;
  return {
    path,
    state,
    title: titleOf(definition, state),
    ...(task?.say ? { say: task.say as Text } : {}),
    agency,
    office,
    role,
    ...(place.due === undefined ? {} : { due: place.due }),
    overdue: place.overdue === true,
    ...(claimedBy === undefined ? {} : { claimedBy }),
    ...(name === undefined ? {} : { claimedByName: name }),
    mine,
    may: [...new Set(may.map(({ what }) => what))],
    ...(kept ? { kept } : {}),
    actions: [...acts].map(([id, action]) => actionView(found, path, id, action)),
    ...(form ? { form } : {}),
    ...(acts.size > 0 && task?.edits ? { edits: [...task.edits] } : {}),
    ...(marked.length > 0 ? { markable: Object.fromEntries(marked) } : {}),
    ...(consults.length > 0 ? { consults } : {}),
  };
}
