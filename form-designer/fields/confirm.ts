import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'confirm',
  group: 'choice',
  sign: '☑',
  title: { uk: 'Підтвердження', en: 'Confirmation' },
  made: { schema: { type: 'boolean', const: true }, required: true },
  is: (schema) => schema.type === 'boolean' && schema.const === true,
  panel: [],
});
