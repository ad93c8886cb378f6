import { LookGroup } from '../panel/look.tsx';
import { OptionsGroup } from '../panel/options.tsx';
import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'oneOf',
  group: 'choice',
  sign: '◉',
  title: { uk: 'Один із варіантів', en: 'One of several' },
  made: {
    schema: { type: 'string', enum: ['first', 'second'] },
    texts: {
      '': {
        title: { uk: 'Один із варіантів', en: 'One of several' },
        options: { first: { uk: 'Перший', en: 'First' }, second: { uk: 'Другий', en: 'Second' } },
      },
    },
    required: true,
  },
  is: (schema) => schema.type !== 'array' && Array.isArray(schema.enum),
  panel: [OptionsGroup, LookGroup],
});
