import { defineTexts } from '#portal/theme/language.tsx';

/** Words of the tab JSON. */
export const jsonTexts = defineTexts(
  {
    label: 'Визначення у форматі JSON',
    hint: 'Те саме, що накреслено, як його записано. Ctrl+Пробіл підказує, Ctrl+F шукає.',
    tidy: 'Вирівняти запис',
    save: 'Зберегти у файл',
    saveWhole: 'Зберегти у файл разом із частинами',
    noPart: 'Частини «{part}» немає: файл не зібрати',
    broken:
      'Рядок {line}, знак {column}: це не JSON ({what}). Поки не виправлено, креслення лишається попереднім.',
  },
  {
    label: 'The definition in JSON',
    hint: 'What is drawn, as it is written down. Ctrl+Space completes, Ctrl+F searches.',
    tidy: 'Format',
    save: 'Save as a file',
    saveWhole: 'Save as a file with its parts',
    noPart: 'There is no part “{part}”: the file cannot be put together',
    broken:
      'Line {line}, column {column}: this is not JSON ({what}). Until it is mended the drawing stays as it was.',
  },
);
