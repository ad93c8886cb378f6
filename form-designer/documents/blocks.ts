import type { JsonObject } from '../commands/json.ts';

/** The kinds of block that can be added, each as it begins. */
export const blockKinds = ['heading', 'text', 'fields', 'table', 'qr', 'signature', 'pageBreak'] as const;
export type BlockKind = (typeof blockKinds)[number];

const text = (uk: string, en: string): JsonObject => ({ uk, en });

export function madeBlock(kind: BlockKind): JsonObject {
  switch (kind) {
    case 'heading':
      return { type: 'heading', level: 2, text: text('Заголовок', 'Heading') };
    case 'text':
      return { type: 'text', text: text('Текст документа.', 'Text of the document.') };
    case 'fields':
      return {
        type: 'fields',
        rows: [{ title: text('Номер справи', 'Case number'), value: 'case.reference' }],
      };
    case 'table':
      return {
        type: 'table',
        each: 'form.list',
        columns: [{ title: text('Назва', 'Name'), value: 'item.name' }],
      };
    case 'qr':
      return { type: 'qr', caption: text('Перевірити справжність', 'Verify') };
    case 'signature':
      return { type: 'signature', kind: 'electronic', by: text('Орган', 'Agency') };
    default:
      return { type: 'pageBreak' };
  }
}
