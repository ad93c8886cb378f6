import { defineTexts } from '#portal/theme/language.tsx';

/** Words of the designer's frame. */
export const designerTexts = defineTexts(
  {
    name: 'Конструктор',
    definitions: 'Визначення',
  },
  {
    name: 'Designer',
    definitions: 'Definitions',
  },
);
