import type { Strip } from './strip.ts';
import { moved } from './strip.ts';
import type { Box, Page, Paper } from './types.ts';

/** Strips that stay together: each that keeps, with what follows it. */
function chains(strips: Strip[]): Strip[][] {
  const all: Strip[][] = [];
  let open = false;
  for (const strip of strips) {
    const last = all.at(-1);
    if (open && last) last.push(strip);
    else all.push([strip]);
    open = strip.keep === true;
  }
  return all;
}

const heightOf = (chain: Strip[]) =>
  chain.reduce((sum, strip, n) => sum + strip.height + (n > 0 ? strip.gap : 0), 0);

/** Puts strips onto pages: none is broken, what keeps together stays together where a page can hold it. */
export function paginate(strips: Strip[], paper: Paper): Page[] {
  const room = paper.height - paper.top - paper.bottom;
  const pages: Page[] = [];
  let boxes: Box[] = [];
  let y = 0;
  const turn = () => {
    pages.push({ number: pages.length + 1, width: paper.width, height: paper.height, boxes });
    boxes = [];
    y = 0;
  };
  const put = (strip: Strip) => {
    if (y > 0 && y + strip.gap + strip.height > room) turn();
    if (y === 0 && strip.head && strip.head !== strip && boxes.length === 0) {
      // what is repeated is decoration to a reader: it has been read once
      for (const box of strip.head.boxes) boxes.push({ ...moved(box, paper.left, paper.top), path: [] });
      y = strip.head.height;
    } else if (y > 0) y += strip.gap;
    for (const box of strip.boxes) boxes.push(moved(box, paper.left, paper.top + y));
    y += strip.height;
    if (strip.breaks) turn();
  };
  for (const chain of chains(strips)) {
    const first = chain[0];
    const high = heightOf(chain);
    if (first && y > 0 && high <= room && y + first.gap + high > room) turn();
    for (const strip of chain) put(strip);
  }
  if (boxes.length > 0 || pages.length === 0) turn();
  return pages;
}
