import { LengthGroup } from '../panel/length.tsx';
import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'longText',
  group: 'common',
  sign: '¶',
  title: { uk: 'Довгий текст', en: 'Long text' },
  made: {
    schema: { type: 'string', minLength: 1, maxLength: 2000 },
    ui: { 'ui:widget': 'textarea' },
    required: true,
  },
  is: (schema, widget) =>
    schema.type === 'string' &&
    (widget === 'textarea' || (schema.enum === undefined && Number(schema.maxLength) > 400)),
  panel: [LengthGroup],
});
