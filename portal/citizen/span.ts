import type { ServicePage } from '#core/api/types.ts';
import { type Language, say } from '#portal/theme/language.tsx';
import { citizenTexts } from './texts.ts';

type Span = NonNullable<ServicePage['decideWithin']>;

/** A span of time as a person reads it: `{ workingDays: 1 }` -> «1 робочий день», `P1M` -> «1 місяць». */
export function showSpan(span: Span, language: Language): string {
  if (typeof span !== 'string') {
    if (span.workingDays !== undefined)
      return say(citizenTexts, language, 'workingDays', { count: span.workingDays });
    if (span.hours !== undefined) return say(citizenTexts, language, 'hours', { count: span.hours });
    return say(citizenTexts, language, 'days', { count: span.days ?? 0 });
  }
  const parts = /^P(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?$/.exec(span);
  if (!parts) return span;
  const [months, weeks, days, hours] = parts.slice(1).map((part) => Number(part ?? 0));
  return [
    months ? say(citizenTexts, language, 'months', { count: months }) : '',
    weeks || days ? say(citizenTexts, language, 'days', { count: (weeks ?? 0) * 7 + (days ?? 0) }) : '',
    hours ? say(citizenTexts, language, 'hours', { count: hours }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
