import { RowsGroup } from '../panel/rows.tsx';
import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'list',
  group: 'structure',
  sign: '☰',
  title: { uk: 'Список записів', en: 'Repeating group' },
  made: {
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { type: 'string', minLength: 1, maxLength: 200 } },
        required: ['name'],
      },
      minItems: 1,
      maxItems: 20,
    },
    texts: {
      '': { title: { uk: 'Список записів', en: 'Repeating group' } },
      '/*/name': { title: { uk: 'Назва', en: 'Name' } },
    },
    required: true,
  },
  is: (schema) => schema.type === 'array',
  panel: [RowsGroup],
});
