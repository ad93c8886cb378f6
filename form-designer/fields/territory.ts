import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'katottg',
  group: 'state',
  sign: 'UA',
  title: { uk: 'Населений пункт', en: 'Settlement' },
  made: { schema: { type: 'string', format: 'katottg' }, required: true },
  is: (schema) => schema.type === 'string' && schema.format === 'katottg',
  panel: [],
});
