import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'yesNo',
  group: 'choice',
  sign: '✓✗',
  title: { uk: 'Так чи ні', en: 'Yes or no' },
  made: { schema: { type: 'boolean' }, ui: { 'ui:widget': 'yesno' }, required: true },
  is: (schema) => schema.type === 'boolean' && schema.const === undefined,
  panel: [],
});
