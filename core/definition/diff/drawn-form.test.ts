import { it } from 'vitest';
import { type Told, t, toldOf } from './drawn.testing.ts';

const [of, schema] = ['/form', '/form/schema/properties'];

const edits: Told[] = [
  ['a limit', { [`${schema}/name/maxLength`]: 60 }, 'Field “Name”: greatest length: 50 → 60'],
  ['a keyword nobody words', { [`${schema}/name/readOnly`]: true }, 'Field “Name”: readOnly: added: yes'],
  [
    'an option',
    { [`${schema}/goods/enum`]: ['books', 'crafts'] },
    'Field “Товар”: added “crafts”; removed “food”',
  ],
  [
    'what is in a row',
    { [`${schema}/partners/items/properties/email/format`]: 'email' },
    'Field “email”: format: added: “email”',
  ],
  ['rows that are anything', { [`${schema}/partners/items`]: true }, /^Field “\*”: .* → yes$/],
  [
    'a field that is required',
    { [`${of}/schema/required`]: ['goods'] },
    'Required now: “Товар”; No longer required: “Name”',
  ],
  [
    'a field that goes with its requirement',
    { [`${schema}/name`]: undefined, [`${of}/schema/required`]: [] },
    'Removed the field “Name”',
    'The list of required fields follows the fields',
  ],
  ['a look', { [`${of}/ui/name/ui:widget`]: 'area' }, 'Field “Name”: look: ui:widget: “text” → “area”'],
  [
    'a look of a row',
    { [`${of}/ui/partners/items/email/ui:help`]: 'x' },
    'Field “email”: look: ui:help: added: “x”',
  ],
  [
    'no look of a field',
    { [`${of}/ui/name`]: undefined },
    'Field “Name”: look: removed: kind of field “text”',
  ],
  ['no look at all', { [`${of}/ui`]: undefined }, /^The form: look: removed: name kind of field “text”, /],
  [
    'a title of a field',
    { [`${of}/texts/~1goods/title/uk`]: 'Крам' },
    'Field “Крам”: texts: title: “Товар” → “Крам” (uk)',
  ],
  [
    'a title in another language',
    { [`${of}/texts/~1goods/title/en`]: 'Goods' },
    'Field “Goods”: texts: title: nothing → “Goods”',
  ],
  ['no texts', { [`${of}/texts`]: undefined }, 'The form: removed: /name title “Name”, /goods title “Товар”'],
  [
    'a title of a page',
    { [`${of}/pages/1/title`]: t('Друга', 'Second') },
    'The page “Second”: title: added: “Second”',
  ],
  [
    'fields of a page',
    { [`${of}/pages/1/fields`]: ['/goods', '/partners'] },
    'The page “two”: added “partners”',
  ],
  ['a page that goes', { [`${of}/pages/1`]: undefined }, 'Removed the page “two”'],
  ['pages without ids', { [`${of}/pages/1/id`]: undefined }, /^The form: pages: id “one”.* → id “one”/],
  [
    'what is computed',
    { [`${of}/computed`]: { '/goods': '"food"' } },
    'Field “Name”: computed: removed: “"x"”',
    'Field “Товар”: computed: added: “"food"”',
  ],
  ['nothing computed', { [`${of}/computed`]: undefined }, 'The form: computed: removed: /name “"x"”'],
  ['how many files', { [`${of}/files/proof/count`]: 3 }, 'Files “Name”: count: 1 → 3'],
  [
    'a lookup more',
    { [`${of}/lookups/plot`]: { connector: 'c' } },
    'Added the lookup while filling in “plot”',
  ],
  [
    'what is looked up',
    { [`${of}/lookups/person/connector`]: 'd' },
    'The lookup while filling in “person”: connector: “c” → “d”',
  ],
  [
    'a rule, by what it says',
    { [`${of}/rules`]: [{ must: 'x' }] },
    'The form: rules: added “x”; removed “Назвіться”',
  ],
  ['no form', { [of]: undefined }, /^The form: removed: /],
];

for (const [does, edit, ...says] of edits) it(`tells of ${does}`, () => toldOf(edit, says));
