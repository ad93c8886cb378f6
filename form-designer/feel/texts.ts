import { defineTexts } from '#portal/theme/language.tsx';

/** Words of the field in which an expression is written. */
export const feelTexts = defineTexts(
  {
    hint: 'Вираз FEEL, наприклад: count(form.children) > 0. Ctrl+Пробіл підказує.',
    mistake: 'Знак {at}:',
    value: 'На зразку дає: {value}',
    tried: 'У вашій пробі дає: {value}',
    names: 'Вставити імʼя',
    mend: 'Виправити',
  },
  {
    hint: 'A FEEL expression, for example: count(form.children) > 0. Ctrl+Space completes.',
    mistake: 'Character {at}:',
    value: 'Gives of the sample: {value}',
    tried: 'Gives in your trial: {value}',
    names: 'Insert a name',
    mend: 'Mend',
  },
);
