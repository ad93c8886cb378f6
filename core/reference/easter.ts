import { Temporal } from 'temporal-polyfill';

/**
 * Easter Sunday as the Orthodox and Greek Catholic churches of Ukraine keep it: by the Julian computus (Meeus), as a day of
 * the Gregorian calendar. The law names the feast, not the day; the churches kept this Easter when they moved Christmas.
 */
export function easter(year: number): Temporal.PlainDate {
  const moon = (19 * (year % 19) + 15) % 30;
  const sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const month = Math.floor((moon + sunday + 114) / 31);
  const day = ((moon + sunday + 114) % 31) + 1;
  // how far the Julian calendar lags behind: 13 days from 1900 to 2099
  const lag = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return new Temporal.PlainDate(year, month, day).add({ days: lag });
}
