import { LengthGroup } from '../panel/length.tsx';
import { PatternGroup } from '../panel/pattern.tsx';
import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'text',
  group: 'common',
  sign: 'Аб',
  title: { uk: 'Короткий текст', en: 'Short text' },
  made: { schema: { type: 'string', minLength: 1, maxLength: 200 }, required: true },
  is: (schema) => schema.type === 'string' && schema.enum === undefined && schema.format === undefined,
  panel: [LengthGroup, PatternGroup],
});
