import { type CronFault, cronOf } from '#core/reference/cron.ts';
import type { Problem, Service } from '../types.ts';
import { statesOf } from '../walk.ts';
import { mistake } from './problem.ts';

const WHY: { readonly [fault in CronFault]: { readonly uk: string; readonly en: string } } = {
  fields: { uk: 'потрібно пʼять полів', en: 'there must be five fields' },
  often: { uk: 'хвилина — одне число від 0 до 59', en: 'the minute is one number from 0 to 59' },
  hour: { uk: 'години — від 0 до 23', en: 'hours are from 0 to 23' },
  day: { uk: 'дні місяця — від 1 до 31', en: 'days of the month are from 1 to 31' },
  month: { uk: 'місяці — від 1 до 12', en: 'months are from 1 to 12' },
  weekday: { uk: 'дні тижня — від 0 (неділя) до 7', en: 'days of the week are from 0 (Sunday) to 7' },
  bothDays: {
    uk: 'названо і день місяця, і день тижня: один із них має бути *',
    en: 'both a day of the month and one of the week are named: one of them must be *',
  },
  clocks: {
    uk: 'о 3-й годині двічі на рік переводять годинники: оберіть іншу',
    en: 'at 3 o’clock clocks are changed twice a year: choose another hour',
  },
};

/** How cases begin that nobody applies for: at a time that there is, about what the schedule goes through, with someone to act where the applicant does. */
export function checkBeginnings(service: Service): Problem[] {
  const { schedule, about } = service.startedBy;
  const problems: Problem[] = [];
  const cron = schedule && cronOf(schedule.cron);
  if (typeof cron === 'string') {
    const at = '/startedBy/schedule/cron';
    problems.push(mistake('badCron', at, { what: schedule?.cron ?? '', why: WHY[cron] }));
  }
  const registry = schedule?.forEach?.registry;
  if (about && registry !== undefined && about.registry !== registry) {
    const mend = { op: 'replace', path: '/startedBy/about/registry', value: registry } as const;
    const holes = { name: about.registry, registry };
    problems.push(mistake('aboutOtherRegistry', '/startedBy/about/registry', holes, [mend]));
  }
  return [...problems, ...nobodyActs(service)];
}

/** States in which the applicant acts, of a case that may have none. */
function nobodyActs({ startedBy, flow }: Service): Problem[] {
  const { officer, schedule } = startedBy;
  const ways = [
    ...(officer && officer.applicant !== 'required' ? ['officer'] : []),
    ...(schedule && schedule.applicant === undefined ? ['schedule'] : []),
  ];
  if (ways.length === 0) return [];
  return statesOf(flow).flatMap(({ name, state, pointer }) => {
    const acts =
      state.type === 'party'
        ? state.party
        : state.type === 'pay'
          ? (state.party ?? 'applicant')
          : state.type === 'sign'
            ? state.by.party
            : undefined;
    return acts === 'applicant'
      ? [
          mistake('nobodyActs', pointer, {
            state: name,
            way: ways.map((way) => `startedBy.${way}`).join(', '),
          }),
        ]
      : [];
  });
}
