import { both } from '#core/expression/types/index.ts';
import { itemOfList } from '../../scope/places.ts';
import type { Block, Service } from '../../types.ts';
import type { Asking, Sight } from './ask.ts';
import { askTexts } from './texts.ts';

/** The blocks of a document: what stands behind `when` is only asked where that holds. */
export function askBlocks(
  asking: Asking,
  blocks: readonly Block[],
  at: string,
  sight: Sight,
  service: Service,
): void {
  for (const [n, block] of blocks.entries()) askBlock(asking, block, `${at}/${n}`, sight, service);
}

function askBlock(asking: Asking, block: Block, at: string, given: Sight, service: Service): void {
  const sight = where(asking, block, at, given);
  switch (block.type) {
    case 'heading':
    case 'text':
      askTexts(asking, block.text, `${at}/text`, sight);
      break;
    case 'fields':
      for (const [n, row] of (block.rows ?? []).entries()) {
        const here = where(asking, row, `${at}/rows/${n}`, sight);
        askTexts(asking, row.title, `${at}/rows/${n}/title`, here);
        asking.ask(row.value, `${at}/rows/${n}/value`, here);
      }
      break;
    case 'table': {
      const { type } = asking.ask(block.each, `${at}/each`, sight, { kinds: ['list'] });
      const inside: Sight = { ...sight, names: { ...sight.names, item: itemOfList(type) } };
      for (const [n, column] of block.columns.entries()) {
        asking.ask(column.value, `${at}/columns/${n}/value`, inside);
        if (column.total !== undefined) asking.ask(column.total, `${at}/columns/${n}/total`, sight);
        askTexts(asking, column.title, `${at}/columns/${n}/title`, sight);
      }
      if (block.caption) askTexts(asking, block.caption, `${at}/caption`, sight);
      if (block.empty) askTexts(asking, block.empty, `${at}/empty`, sight);
      break;
    }
    case 'columns':
      for (const [n, column] of block.columns.entries())
        askBlocks(asking, column, `${at}/columns/${n}`, sight, service);
      break;
    case 'chart': {
      const { type } = asking.ask(block.each, `${at}/each`, sight, { kinds: ['list'] });
      const inside: Sight = { ...sight, names: { ...sight.names, item: itemOfList(type) } };
      asking.ask(block.label, `${at}/label`, inside);
      asking.ask(block.value, `${at}/value`, inside, { kinds: ['number'] });
      askTexts(asking, block.alt, `${at}/alt`, sight);
      break;
    }
    case 'qr':
      if (block.value !== undefined) asking.ask(block.value, `${at}/value`, sight, { kinds: ['string'] });
      if (block.caption) askTexts(asking, block.caption, `${at}/caption`, sight);
      break;
    case 'signature':
      if (block.by) askTexts(asking, block.by, `${at}/by`, sight);
      break;
    case 'image':
      if (!/^(logo|emblem|data:)/.test(block.image)) asking.ask(block.image, `${at}/image`, sight);
      break;
    default:
  }
}

function where(asking: Asking, block: { readonly when?: string }, at: string, sight: Sight): Sight {
  if (block.when === undefined) return sight;
  const { yes } = asking.condition(block.when, `${at}/when`, sight);
  return { ...sight, facts: sight.facts ? both(sight.facts, yes) : yes };
}
