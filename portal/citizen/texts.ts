import { defineTexts } from '#portal/theme/language.tsx';
import { applicationTexts } from './texts/application.ts';
import { draftTexts } from './texts/draft.ts';
import { openTexts } from './texts/open.ts';
import { serviceTexts } from './texts/service.ts';

/** Words of the citizen's pages, kept by screen in texts/. */
export const citizenTexts = defineTexts(
  { ...applicationTexts.uk, ...draftTexts.uk, ...openTexts.uk, ...serviceTexts.uk },
  { ...applicationTexts.en, ...draftTexts.en, ...openTexts.en, ...serviceTexts.en },
);
