import { Temporal } from 'temporal-polyfill';
import type { ProblemCode } from '#core/api/problems.ts';
import type { Possible } from '#core/case/rights.ts';
import type { Actor, Appointment, Case, Command } from '#core/case/types.ts';
import { command } from '../http/command.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import type { Answering } from '../http/serve.ts';
import { appointmentsOf } from '../store/appointments.ts';
import { runtimeOf } from '../store/bundles.ts';
import { platform } from '../store/tables.ts';
import { type Found, fitting, heldBy } from './held.ts';
import { isAt, taskOf } from './named.ts';

/** One act: what must be possible for it, and the command that it is. */
type Doing = {
  what: Possible['what'];
  make(asked: Asked, found: Found): Command | Promise<Command>;
};

/** Carries out an act by the appointment that allows it; the core decides again whether it does. */
const acting =
  ({ what, make }: Doing): Answering =>
  async (asked: Asked): Promise<ApiResult> => {
    const now = new Date().toISOString();
    const held = await heldBy(asked, now);
    const path = asked.names.task === undefined ? undefined : taskOf(asked.names.task);
    const actor: Actor & { appointment: Appointment } = {
      kind: 'officer',
      appointment: held[0] as Appointment,
      ...(asked.caller?.name ? { name: asked.caller.name } : {}),
    };
    return command(asked, actor, async (kase: Case) => {
      const found = { service: await runtimeOf(kase.definition), kase, now };
      const wanted = (one: Possible) =>
        one.what === what && (path === undefined || !('path' in one) || one.path === path);
      actor.appointment = fitting(found, held, wanted, path);
      if (asked.ifMatch !== null && !isAt(asked.ifMatch, kase)) throw problem('changed');
      return make(asked, found);
    });
  };

const path = ({ names }: Asked) => taskOf(names.task ?? '');
const body = <T>(asked: Asked) => asked.body as T;

/** The end of a day in the office of the case; an instant stays as it is. @throws ApiProblem badDay */
function endOf(day: string, { service, kase }: Found): string {
  try {
    if (day.length > 10) return Temporal.Instant.from(day).toString();
    const timeZone = service.live.agencies[kase.office.agency]?.calendar.zone ?? 'Europe/Kyiv';
    const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '23:59:59' });
    return new Date(end.epochMilliseconds).toISOString();
  } catch {
    throw mistake('badDay', '/by', {
      uk: 'Напишіть дату так: 2026-03-02.',
      en: 'Write the day like this: 2026-03-02.',
    });
  }
}

const mistake = (code: ProblemCode, pointer: string, message: { uk: string; en: string }) =>
  new ApiProblem(422, code, message, [{ pointer, code, message }]);

/** A task is given only to someone who is appointed to its role in its office. @throws ApiProblem notAppointed */
async function assigned(asked: Asked, { kase, now }: Found): Promise<Command> {
  const { person } = body<{ person: string }>(asked);
  const place = kase.places[path(asked)];
  if (place?.kind === 'task') {
    const theirs = await appointmentsOf(platform(), person, now);
    const fits = theirs.some(
      (a) => a.agency === place.agency && a.office === place.office && a.role === place.role,
    );
    if (!fits)
      throw mistake('notAppointed', '/person', {
        uk: 'Цю людину не призначено на роль цього завдання в цьому офісі.',
        en: 'This person is not appointed to the role of this task in this office.',
      });
  }
  return { type: 'assign', path: path(asked), person };
}

const onTask = <T extends object>(what: Possible['what'], type: string) =>
  acting({
    what,
    make: (asked) => ({ ...body<T>(asked), type, path: path(asked) }) as unknown as Command,
  });
const onCase = (what: Possible['what'], type: Command['type'] = what as Command['type']) =>
  acting({ what, make: (asked) => ({ ...asked.body, type }) as unknown as Command });

/** Everything that an officer does in a case, by operation. */
export const acts: { readonly [operation: string]: Answering } = {
  claim: onTask('claim', 'claim'),
  release: onTask('release', 'release'),
  transfer: onTask('transfer', 'transfer'),
  act: acting({
    what: 'act',
    make: (asked) => ({ ...asked.body, type: 'act', path: path(asked), action: asked.names.action ?? '' }),
  }),
  assign: acting({ what: 'assign', make: assigned }),
  consult: acting({
    what: 'consult',
    make: (asked, found) => {
      const told = body<{
        agency: string;
        office: string;
        role: string;
        question: string;
        by: string;
        fields: string[];
      }>(asked);
      return { ...told, type: 'consult', path: path(asked), by: endOf(told.by, found) };
    },
  }),
  answerConsult: acting({
    what: 'answerConsult',
    make: (asked) => ({
      type: 'answerConsult',
      path: path(asked),
      consult: asked.names.consult ?? '',
      opinion: body<{ opinion: string }>(asked).opinion,
    }),
  }),
  extend: onCase('extend'),
  officerMessage: onCase('message'),
  reopen: onCase('reopen'),
  revoke: onCase('revoke'),
  correct: onCase('correct'),
  duplicate: onCase('duplicate'),
};
