import type { EventOf } from './event.ts';
import type { TaskPlace } from './place.ts';
import type { Case, Result, ResultData } from './types.ts';

/** The case after someone acted in a task or as a party: what was entered, changed, marked. */
export function afterActed(kase: Case, event: EventOf<'acted'>): Case {
  const before = kase.results[event.path];
  const result: Result = {
    action: event.action,
    by: event.actor,
    at: event.at,
    ...(event.grounds ? { grounds: event.grounds } : {}),
    times: { ...before?.times, [event.action]: event.times },
  };
  const results = { ...kase.results, [event.path]: result };
  const d = event.data;
  if (!d) return { ...kase, results };

  const earlier = kase.data.results[event.path];
  const kept: ResultData = {
    ...(d.reason === undefined ? {} : { reason: d.reason }),
    ...(d.explain === undefined ? {} : { explain: d.explain }),
    ...(d.entered === undefined ? {} : { entered: d.entered }),
    ...(d.person === undefined ? {} : { person: d.person }),
    ...(earlier?.entered === undefined ? {} : { previous: earlier.entered }),
  };
  const changes = (d.changes ?? []).map((c) => ({ ...c, at: event.at, by: event.actor }));
  return {
    ...kase,
    results,
    data: {
      ...kase.data,
      form: d.form ?? kase.data.form,
      files: { ...kase.data.files, ...d.files },
      ...(d.lookups ? { lookups: { ...kase.data.lookups, ...d.lookups } } : {}),
      parties: d.party ? { ...kase.data.parties, [d.party.key]: d.party.data } : kase.data.parties,
      results: { ...kase.data.results, [event.path]: kept },
      // A party that sent its correction has dealt with the marks; an officer sets them anew
      marks: d.marks ?? (event.actor.kind === 'party' ? [] : kase.data.marks),
      changes: [...kase.data.changes, ...changes],
    },
  };
}

/** A task whose officer is not to be drawn: it has one, or nobody could be drawn. */
export function withoutDraw({ draw: _, gaveBack: __, ...place }: TaskPlace): TaskPlace {
  return place;
}
