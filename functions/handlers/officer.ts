import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { isTheirs } from '#core/case/rights.ts';
import type { Act, Actor, Appointment, Case, Command, Transfer } from '#core/case/types.ts';
import { command } from '../http/command.ts';
import type { ApiEvent, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { serve } from '../http/serve.ts';
import { appointmentsOf } from '../store/appointments.ts';
import { setting } from '../store/setting.ts';

const client = new DynamoDBClient({});

/** A command on a task, by the first of the officer's appointments that the task is for; the core decides whether they may. */
const onTask = (make: (path: string, asked: Asked) => Command) => async (asked: Asked) => {
  const { caller, ifMatch, names } = asked;
  if (!caller) throw problem('signedOut');
  const store = { client, table: setting('KLADKA_PLATFORM') };
  const held = await appointmentsOf(store, caller.person, new Date().toISOString());
  const first = held[0];
  if (!first) throw problem('forbidden');
  const path = names.task ?? '';
  const actor: Actor & { appointment: Appointment } = {
    kind: 'officer',
    appointment: first,
    name: caller.name,
  };
  return command(asked, actor, (kase: Case) => {
    if (ifMatch !== null && ifMatch !== `"${kase.seq}"`) throw problem('changed');
    const place = kase.places[path];
    const theirs = place?.kind === 'task' ? held.find((a) => isTheirs(place, a)) : undefined;
    actor.appointment = theirs ?? first;
    return make(path, asked);
  });
};

const serving = serve('officer', {
  claim: onTask((path) => ({ type: 'claim', path })),
  release: onTask((path) => ({ type: 'release', path })),
  act: onTask((path, { body, names }) => ({
    ...(body as Partial<Act>),
    type: 'act',
    path,
    action: names.action ?? '',
  })),
  transfer: onTask((path, { body }) => ({
    ...(body as Omit<Transfer, 'type' | 'path'>),
    type: 'transfer',
    path,
  })),
});
/** What an officer does in a case of this service. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
