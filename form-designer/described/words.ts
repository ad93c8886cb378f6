import { useLanguage } from '#portal/theme/language.tsx';
import type { Words } from './control.ts';

/** The words of a control in the language of the analyst. */
export function useWords({ uk, en }: Words): { label: string; hint: string | undefined } {
  const { language } = useLanguage();
  const [label, hint] = language === 'uk' ? uk : en;
  return { label, hint };
}
