import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'note',
  group: 'structure',
  sign: 'ⓘ',
  title: { uk: 'Пояснення', en: 'Note' },
  // nothing is entered in it: its words stand between the fields
  made: {
    schema: { type: 'null' },
    texts: { '': { hint: { uk: 'Текст пояснення', en: 'The words of the note' } } },
  },
  is: (schema) => schema.type === 'null',
  panel: [],
});
