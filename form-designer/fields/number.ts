import { RangeGroup } from '../panel/range.tsx';
import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'number',
  group: 'common',
  sign: '12',
  title: { uk: 'Число', en: 'Number' },
  made: { schema: { type: 'integer', minimum: 0, maximum: 1000000 }, required: true },
  is: (schema) => schema.type === 'integer' || schema.type === 'number',
  panel: [RangeGroup],
});
