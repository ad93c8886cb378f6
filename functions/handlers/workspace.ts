import type { ApiEvent } from '../http/event.ts';
import { serve } from '../http/serve.ts';
import { appointments, endOne, grantOne } from '../workspace/appointments.ts';
import { counts } from '../workspace/counts.ts';
import { deadEffects, replayEffect } from '../workspace/effects.ts';
import { agencies, me } from '../workspace/me.ts';
import { findCase, tasks } from '../workspace/tasks.ts';

const serving = serve('workspace', {
  me,
  tasks,
  findCase,
  counts,
  agencies,
  appointments,
  grant: grantOne,
  endAppointment: endOne,
  deadEffects,
  replayEffect,
});
/** What officers ask beside one case: who they are, their tasks, how an office stands, who is appointed, what was given up. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
