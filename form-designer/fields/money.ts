import { RangeGroup } from '../panel/range.tsx';
import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'money',
  group: 'common',
  sign: '₴',
  title: { uk: 'Сума грошей', en: 'Amount of money' },
  // an integer of kopiikas, as all money is
  made: {
    schema: { type: 'integer', minimum: 0, maximum: 100000000000 },
    ui: { 'ui:widget': 'money' },
    required: true,
  },
  is: (schema, widget) => schema.type === 'integer' && widget === 'money',
  panel: [RangeGroup],
});
