import { type Json, type JsonObject, objectOf } from '../commands/json.ts';
import { type Control, said } from '../described/control.ts';
import type { Sheet } from './sheet.ts';

const fields = (uk: string, en: string, from: 'recordFields' | 'recordParts' = 'recordParts'): Control => ({
  is: 'references',
  name: 'fields',
  from,
  words: said(uk, en),
});
const purpose: Control = { is: 'line', name: 'purpose', words: said('Навіщо', 'Why') };

/** The next version of a record begins as the one before, which is then changed. */
export function nextVersion(versions: readonly Json[]): JsonObject {
  const { version, from: _, migrate: __, ...shape } = objectOf(versions.at(-1));
  return { version: Number(version ?? 0) + 1, ...shape };
}

/** A registry in the words of those who keep it; what a record holds is drawn on the sheet, like a form. */
export const registrySheets: readonly Sheet[] = [
  {
    tab: 'registry',
    sections: [
      {
        words: said('Реєстр', 'The registry'),
        controls: [
          { is: 'texts', name: 'title', required: true, words: said('Назва', 'Name') },
          { is: 'texts', name: 'summary', rows: 2, words: said('Що в ньому', 'What it holds') },
          {
            is: 'reference',
            name: 'agency',
            from: 'agencies',
            required: true,
            words: said('Хто веде', 'Which agency keeps it'),
          },
          {
            is: 'list',
            name: 'legalBasis',
            called: 'title',
            fresh: { title: { uk: 'Назва, номер і дата акта', en: 'Name, number and date of the act' } },
            words: said('На чому ґрунтується', 'The acts it rests on'),
            add: said('Додати акт', 'Add an act'),
            inner: [
              {
                is: 'texts',
                name: 'title',
                required: true,
                words: said('Назва, номер і дата', 'Name, number and date'),
              },
              { is: 'line', name: 'url', words: said('Де прочитати', 'Where it can be read') },
            ],
          },
        ],
      },
      {
        words: said('Як знаходять запис', 'How a record is found'),
        controls: [
          {
            is: 'references',
            name: 'key',
            from: 'recordFields',
            single: true,
            words: said(
              'Чим записи відрізняються',
              'What tells records apart',
              'Двох записів з однаковим ключем не буває.',
              'No two records share a key.',
            ),
          },
          {
            is: 'map',
            name: 'indexes',
            fresh: () => ({ fields: [] }),
            words: said('Інші способи знайти', 'Further ways to find records'),
            add: said('Додати спосіб', 'Add a way'),
            inner: [
              fields('За якими полями', 'By which fields', 'recordFields'),
              {
                is: 'tick',
                name: 'unique',
                words: said('Двох чинних записів з однаковим не буває', 'No two open records may share it'),
              },
            ],
          },
        ],
      },
      {
        words: said('Скільки зберігають', 'How long it is kept'),
        controls: [
          {
            is: 'group',
            name: 'history',
            fresh: { keep: 'P10Y' },
            words: said('Колишні стани зберігають не назавжди', 'Former states are not kept for ever'),
            inner: [{ is: 'duration', name: 'keep', calendar: true, words: said('Скільки', 'How long') }],
          },
        ],
      },
      {
        words: said('Місця', 'Places'),
        controls: [
          {
            is: 'group',
            name: 'capacity',
            fresh: { places: 1 },
            words: said(
              'У запису є місця, які можна зайняти',
              'A record has places that can be reserved',
              'Запис на час, місце в садочку, номер.',
              'A time slot, a place in a kindergarten, a number.',
            ),
            inner: [
              { is: 'places', name: 'places', words: said('Скільки місць', 'How many places') },
              {
                is: 'reference',
                name: 'starts',
                from: 'recordFields',
                words: said('Поле, що каже, коли це починається', 'The field that says when it begins'),
              },
              {
                is: 'duration',
                name: 'hold',
                calendar: true,
                words: said(
                  'Скільки тримати місце, поки вибирають',
                  'How long a place is held while it is chosen',
                ),
              },
            ],
          },
        ],
      },
    ],
  },
  {
    tab: 'access',
    sections: [
      {
        words: said('Хто пише', 'Who writes'),
        controls: [
          {
            is: 'references',
            name: 'writtenBy',
            from: 'services',
            words: said('Послуги, що можуть записувати', 'The services that may write it'),
          },
        ],
      },
      {
        words: said('Хто читає', 'Who reads'),
        controls: [
          {
            is: 'group',
            name: 'readers',
            words: said(
              'Читачі',
              'Readers',
              'Кого тут немає, той не читає нічого.',
              'Whoever is not here reads nothing.',
            ),
            inner: [
              {
                is: 'list',
                name: 'roles',
                called: 'role',
                fresh: { role: '', fields: ['/'] },
                words: said('Посадовці', 'Officers'),
                add: said('Додати роль', 'Add a role'),
                inner: [
                  {
                    is: 'reference',
                    name: 'agency',
                    from: 'agencies',
                    words: said(
                      'Якого органу',
                      'Of which agency',
                      'Не сказано: того, що веде реєстр.',
                      'Not said: that which keeps it.',
                    ),
                  },
                  {
                    is: 'reference',
                    name: 'role',
                    from: 'agencyRoles',
                    required: true,
                    words: said('Яка роль', 'Which role'),
                  },
                  fields('Що читає', 'What it reads'),
                  purpose,
                ],
              },
              {
                is: 'list',
                name: 'connectors',
                called: 'connector',
                fresh: { connector: '', fields: ['/'] },
                words: said('Інші системи', 'Other systems'),
                add: said('Додати систему', 'Add a system'),
                inner: [
                  {
                    is: 'reference',
                    name: 'connector',
                    from: 'connectors',
                    required: true,
                    words: said('Через який конектор', 'By which connector'),
                  },
                  fields('Що читає', 'What it reads'),
                  purpose,
                ],
              },
              {
                is: 'group',
                name: 'person',
                fresh: { fields: ['/'] },
                words: said('Той, про кого запис', 'The person whom the record concerns'),
                inner: [
                  {
                    is: 'group',
                    name: 'identify',
                    words: said('Де в записі сказано, хто це', 'Where the record says who they are'),
                    inner: [
                      {
                        is: 'reference',
                        name: 'rnokpp',
                        from: 'recordFields',
                        words: said('РНОКПП', 'RNOKPP'),
                      },
                      { is: 'reference', name: 'unzr', from: 'recordFields', words: said('УНЗР', 'UNZR') },
                      {
                        is: 'reference',
                        name: 'edrpou',
                        from: 'recordFields',
                        words: said('ЄДРПОУ', 'EDRPOU'),
                      },
                    ],
                  },
                  fields('Що читає', 'What they read'),
                ],
              },
            ],
          },
        ],
      },
      {
        words: said('Що бачать усі', 'What everyone sees'),
        controls: [
          {
            is: 'group',
            name: 'public',
            fresh: { fields: [], page: true },
            words: said('Частина реєстру відкрита всім', 'Part of the registry is open to everyone'),
            inner: [
              fields('Які поля', 'Which fields'),
              {
                is: 'feel',
                name: 'where',
                words: said(
                  'Які записи',
                  'Which records',
                  'Порожньо: усі. Наприклад: record.state = "active".',
                  'Empty: all. For example: record.state = "active".',
                ),
              },
              { is: 'tick', name: 'page', words: said('Сторінка порталу', 'A page of the portal') },
              { is: 'tick', name: 'feed', words: said('Стрічка змін', 'A feed of changes') },
              {
                is: 'tick',
                name: 'openData',
                words: said('Набір відкритих даних', 'A data set to download'),
              },
            ],
          },
        ],
      },
    ],
  },
  {
    tab: 'shapes',
    sections: [
      {
        words: said('Версії запису', 'Versions of the record'),
        controls: [
          {
            is: 'list',
            name: 'versions',
            stays: true,
            called: 'from',
            fresh: nextVersion,
            words: said(
              'Як запис змінювався',
              'How the record has changed',
              'Остання чинна: її поля креслять у вкладці «Запис».',
              'The last is in force: its fields are drawn in the tab “Record”.',
            ),
            add: said('Додати версію', 'Add a version'),
            inner: [
              { is: 'number', name: 'version', min: 1, required: true, words: said('Номер', 'Number') },
              { is: 'line', type: 'date', name: 'from', words: said('З якого дня', 'Since when') },
              {
                is: 'feelMap',
                name: 'migrate',
                words: said(
                  'Що стає із записів попередньої версії',
                  'What records of the version before become',
                  'Поле (як /rent) і вираз над record.',
                  'A field (like /rent) and an expression over record.',
                ),
              },
              { is: 'elsewhere', name: 'schema', words: said('Поля', 'Fields') },
              { is: 'elsewhere', name: 'texts', words: said('Тексти', 'Texts') },
              { is: 'elsewhere', name: 'ui', words: said('Вигляд', 'Look') },
            ],
          },
        ],
      },
    ],
  },
];
