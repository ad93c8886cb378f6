import { objectOf } from '../commands/json.ts';
import { OptionsGroup } from '../panel/options.tsx';
import { RowsGroup } from '../panel/rows.tsx';
import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'severalOf',
  group: 'choice',
  sign: '☑☐',
  title: { uk: 'Кілька з варіантів', en: 'Several of a list' },
  made: {
    schema: {
      type: 'array',
      items: { type: 'string', enum: ['first', 'second', 'third'] },
      uniqueItems: true,
      maxItems: 3,
    },
    texts: {
      '': {
        title: { uk: 'Кілька з варіантів', en: 'Several of a list' },
        options: {
          first: { uk: 'Перший', en: 'First' },
          second: { uk: 'Другий', en: 'Second' },
          third: { uk: 'Третій', en: 'Third' },
        },
      },
    },
  },
  is: (schema) => schema.type === 'array' && Array.isArray(objectOf(schema.items).enum),
  panel: [OptionsGroup, RowsGroup],
});
