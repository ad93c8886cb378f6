import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'section',
  group: 'structure',
  sign: '▭',
  title: { uk: 'Розділ', en: 'Section' },
  made: {
    schema: {
      type: 'object',
      properties: { text: { type: 'string', minLength: 1, maxLength: 200 } },
      required: ['text'],
    },
    texts: {
      '': { title: { uk: 'Розділ', en: 'Section' } },
      '/text': { title: { uk: 'Короткий текст', en: 'Short text' } },
    },
    required: true,
  },
  is: (schema) => schema.type === 'object' || schema.properties !== undefined,
  panel: [],
});
