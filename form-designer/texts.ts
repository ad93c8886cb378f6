import { defineTexts } from '#portal/theme/language.tsx';

/** Words of the designer's frame. */
export const designerTexts = defineTexts(
  {
    name: 'Конструктор',
    definitions: 'Визначення',
    deniedTitle: 'Конструктор для вас закрито',
    deniedText:
      'Креслити послуги може той, кого орган призначив аналітиком. Ви увійшли як {name}, і такого призначення у вас немає.',
    deniedHow:
      'Призначає адміністратор вашого органу, у робочому місці. Щойно він це зробить, оновіть сторінку.',
    workspace: 'До робочого місця',
  },
  {
    name: 'Designer',
    definitions: 'Definitions',
    deniedTitle: 'The designer is closed to you',
    deniedText:
      'Services are drawn by those whom an agency has appointed as analysts. You are signed in as {name}, who has no such appointment.',
    deniedHow:
      'The administrator of your agency appoints, in the workspace. Once that is done, reload this page.',
    workspace: 'To the workspace',
  },
);
