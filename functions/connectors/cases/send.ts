import type { BeginEffect, CallEffect, CancelEffect, ReportEffect } from '#core/case/effect.ts';
import { childOf } from '#core/case/origin.ts';
import { fromPointers } from '#core/flow/pointer.ts';
import type { JsonObject } from '#core/flow/types.ts';
import type { Outcome, Told } from '../../store/drain.ts';
import { callOff, collect, join, leave } from './collect.ts';
import type { Collections } from './collections.ts';
import type { CasesEffect } from './types.ts';

const failed = (code: string): Outcome => ({ outcome: 'failed', code, again: false });

type Started = {
  name: string;
  service: string;
  form: JsonObject;
  parties: { [party: string]: { identity?: JsonObject; representative?: JsonObject } };
};

/** Each case is begun by the worker of its own service, under an id that is the same however often it is asked for. */
function start(effect: CallEffect): Outcome {
  const cases = (effect.data.input ?? []) as unknown as Started[];
  const others = cases.map(({ name, service, form, parties }): Told => {
    const { applicant = {}, ...more } = parties;
    return {
      service,
      case: childOf(effect.id, name),
      id: `${effect.id}/${name}`,
      command: {
        type: 'begin',
        applicant,
        parties: Object.fromEntries(Object.entries(more).map(([party, { identity }]) => [party, identity])),
        form: fromPointers(form),
        language: languageOf(effect),
        channel: 'portal',
        about: { service: effect.service, case: effect.case, reference: effect.reference },
        origin: { as: 'start', service: effect.service, case: effect.case, effect: effect.id, name },
      },
    };
  });
  if (effect.ask.await !== 'none') return { outcome: 'done', others };
  const begun = others.map(({ service, case: id }) => ({ service, case: id }));
  return { outcome: 'done', others, answer: { type: 'callAnswered', effect: effect.id, result: begun } };
}

const languageOf = ({ ask }: CallEffect) => (typeof ask.language === 'string' ? ask.language : 'uk');

/** The draft is opened by the worker of its service: nobody else may write there. */
const begin = ({ id, to, origin, language, data }: BeginEffect): Outcome => ({
  outcome: 'done',
  others: [{ service: to, case: childOf(id), id, command: { type: 'open', origin, language, ...data } }],
});

/** The case that another one came of hears that it was submitted, and how it ended. */
async function report(effect: ReportEffect, kept: Collections): Promise<Outcome> {
  const { origin, what, case: child, service, reference } = effect;
  const common = {
    effect: origin.effect,
    child,
    ...(origin.name === undefined ? {} : { name: origin.name }),
  };
  const command =
    what === 'submitted'
      ? { type: 'childBegun', as: origin.as, service, reference, ...common }
      : { type: 'childEnded', outcome: effect.outcome ?? 'ended', kind: effect.ended, ...common };
  const collected = origin.as === 'collect';
  const more = collected && what === 'submitted' ? await join(effect, kept) : [];
  if (collected && what === 'ended') await leave(effect, kept);
  const told = { service: origin.service, case: origin.case, id: effect.id, command };
  return { outcome: 'done', others: [told, ...more] };
}

/** What was started is taken back: each case ends as if its applicant had withdrawn it. */
function cancel({ id, effect, ask }: CancelEffect): Outcome {
  const cases = (ask?.cases ?? []) as unknown as { name: string; service: string }[];
  return {
    outcome: 'done',
    others: cases.map(({ name, service }) => ({
      service,
      case: childOf(effect, name),
      id: `${id}/${name}`,
      command: { type: 'withdraw' },
    })),
  };
}

/** Does one effect between cases. Every word goes onto the queue of the service that it concerns, which decides. */
export async function send(effect: CasesEffect, kept: Collections): Promise<Outcome> {
  switch (effect.kind) {
    case 'start':
      return start(effect);
    case 'begin':
      return begin(effect);
    case 'collect':
      return collect(effect, kept);
    case 'report':
      return report(effect, kept);
    case 'cancel':
      if (effect.ask?.service !== undefined) return { outcome: 'done', others: await callOff(effect, kept) };
      return cancel(effect);
    default:
      return failed('notOfCases');
  }
}
