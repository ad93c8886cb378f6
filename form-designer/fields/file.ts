import { partNamed } from '#core/definition/inline.ts';
import { objectOf } from '../commands/json.ts';
import { FilesGroup } from '../panel/files.tsx';
import { fieldType } from './field-type.ts';

export default fieldType({
  id: 'file',
  group: 'common',
  sign: '↥',
  title: { uk: 'Файл', en: 'File' },
  made: {
    schema: { type: 'array', items: { $ref: '../../parts/file/schema.json' }, minItems: 1, maxItems: 5 },
    file: { types: ['jpeg', 'png', 'pdf'], each: 10485760, count: 5 },
    required: true,
  },
  is: (schema) => schema.type === 'array' && partNamed(String(objectOf(schema.items).$ref ?? '')) === 'file',
  panel: [FilesGroup],
});
