import { looseOf, numberOf, textOf } from '../../json.ts';
import type { Component } from '../component.ts';
import type { Demand, Kind } from '../kind.ts';

const inDays = (days: number): string =>
  days === 0
    ? 'date(today)'
    : days > 0
      ? `date(today) + duration("P${days}D")`
      : `date(today) - duration("P${-days}D")`;

const written = (value: unknown): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(textOf(value) ?? '')?.[0];

function from(limit: string, uk: string, en: string): Demand {
  return {
    must: (x) => `date(${x}) >= ${limit}`,
    say: { uk: `Дата не може бути раніше ${uk}`, en: `The date cannot be before ${en}` },
  };
}

function until(limit: string, uk: string, en: string): Demand {
  return {
    must: (x) => `date(${x}) <= ${limit}`,
    say: { uk: `Дата не може бути пізніше ${uk}`, en: `The date cannot be after ${en}` },
  };
}

/** Limits of a day: fixed days of form.io's calendar, and those that NAV counts from today. */
function demandsOf(component: Component): Demand[] {
  const { minDate, maxDate } = looseOf(component.datePicker);
  const earliest =
    written(component.specificEarliestAllowedDate) ?? written(minDate) ?? written(component.minDate);
  const latest =
    written(component.specificLatestAllowedDate) ?? written(maxDate) ?? written(component.maxDate);
  const demands: Demand[] = [];
  if (earliest) demands.push(from(`date("${earliest}")`, earliest, earliest));
  if (latest) demands.push(until(`date("${latest}")`, latest, latest));
  const [soonest, farthest] = [
    numberOf(component.earliestAllowedDate),
    numberOf(component.latestAllowedDate),
  ];
  if (soonest !== undefined)
    demands.push(
      from(inDays(soonest), `ніж сьогодні ${signed(soonest)} дн.`, `today ${signed(soonest)} days`),
    );
  if (farthest !== undefined)
    demands.push(
      until(inDays(farthest), `ніж сьогодні ${signed(farthest)} дн.`, `today ${signed(farthest)} days`),
    );
  return demands;
}

const signed = (days: number): string => (days < 0 ? `− ${-days}` : `+ ${days}`);

export const day: Kind = (component) => ({
  schema: { type: 'string', format: 'date' },
  seen: { as: 'day' },
  demands: demandsOf(component),
});

/** A day with a time of day has no field of ours: the day alone is entered, unless the time was switched off. */
export const dateTime: Kind = (component, tools) => {
  const made = day(component, tools);
  if (component.enableTime === false || component.type === 'day') return made;
  return {
    ...made,
    losses: [{ uk: 'година не вводиться, лише день', en: 'the time is not entered, only the day' }],
  };
};
