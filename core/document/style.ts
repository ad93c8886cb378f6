import type { Style } from './types.ts';

const ink = '#1a1a1a';
const pale = '#595959';

/** Every look a document's text can have. Contrast of each on white is above 7:1. */
export const styles = {
  letterhead: { font: 'bold', size: 11, leading: 1.25, colour: ink },
  address: { font: 'regular', size: 8.5, leading: 1.3, colour: pale },
  title: { font: 'bold', size: 16, leading: 1.25, colour: ink },
  subtitle: { font: 'regular', size: 10.5, leading: 1.35, colour: ink },
  heading2: { font: 'bold', size: 11.5, leading: 1.3, colour: ink },
  heading3: { font: 'bold', size: 10, leading: 1.3, colour: ink },
  text: { font: 'regular', size: 10, leading: 1.42, colour: ink },
  label: { font: 'regular', size: 9, leading: 1.42, colour: pale },
  value: { font: 'regular', size: 10, leading: 1.35, colour: ink },
  cell: { font: 'regular', size: 9, leading: 1.32, colour: ink },
  cellHead: { font: 'bold', size: 8.5, leading: 1.3, colour: ink },
  caption: { font: 'regular', size: 8, leading: 1.4, colour: pale },
  seal: { font: 'regular', size: 8.5, leading: 1.4, colour: '#0b3d66' },
  footer: { font: 'regular', size: 7.5, leading: 1.3, colour: pale },
} satisfies Record<string, Style>;

export const lineHeight = (style: Style): number => style.size * style.leading;

export const colours = { ink, pale, line: '#bfc4c9', shade: '#f1f3f5', accent: '#0b3d66' };
