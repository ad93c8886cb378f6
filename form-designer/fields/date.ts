import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'date',
  group: 'common',
  sign: '31',
  title: { uk: 'Дата', en: 'Date' },
  made: { schema: { type: 'string', format: 'date' }, required: true },
  is: (schema) => schema.type === 'string' && schema.format === 'date',
  panel: [],
});
