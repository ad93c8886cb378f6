import { defineTexts } from '#portal/theme/language.tsx';

/** Words for terms. */
export const durationTexts = defineTexts(
  {
    asWritten: 'Зараз записано: {value}',
    unitOf: '{label}: одиниця',
    workingDays: 'робочих днів',
    hours: 'годин',
    minutes: 'хвилин',
    D: 'днів',
    W: 'тижнів',
    M: 'місяців',
    Y: 'років',
  },
  {
    asWritten: 'Written now: {value}',
    unitOf: '{label}: unit',
    workingDays: 'working days',
    hours: 'hours',
    minutes: 'minutes',
    D: 'days',
    W: 'weeks',
    M: 'months',
    Y: 'years',
  },
);
