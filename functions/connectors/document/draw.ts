import PDFDocument from 'pdfkit';
import type { Box, Element, Measure, Page, Style } from '#core/document/types.ts';
import { faces } from './fonts.ts';
import { qrRuns } from './qr.ts';

/** An image by its source, as bytes; null where there is none. */
export type Images = (source: string) => Buffer | null;

export type Drawing = {
  title: string;
  author: string;
  subject: string;
  language: string;
  /** When it was made: part of the bytes, so that drawing again gives the same file. */
  at: Date;
  images: Images;
};

/** An instance that only measures; fonts are parsed once a container. */
let scale: PDFKit.PDFDocument | undefined;

/** The width of a text in points, as it will be drawn. */
export const measure: Measure = (text, style) => {
  if (!scale) {
    scale = new PDFDocument({ font: null } as unknown as PDFKit.PDFDocumentOptions);
    registerFaces(scale);
  }
  return scale.font(style.font).fontSize(style.size).widthOfString(text);
};

/** Height over width of a PNG or JPEG; null where the bytes are none. */
export function shapeOf(bytes: Buffer): number | null {
  try {
    const pdf = new PDFDocument({ font: null } as unknown as PDFKit.PDFDocumentOptions);
    const image = (pdf as unknown as { openImage(bytes: Buffer): Opened }).openImage(bytes);
    const { width, height, orientation = 1 } = image;
    // from the fifth on a photograph lies on its side (EXIF), and is drawn upright
    return orientation > 4 ? width / height : height / width;
  } catch {
    return null;
  }
}
type Opened = { width: number; height: number; orientation?: number };

function registerFaces(pdf: PDFKit.PDFDocument): void {
  const { regular, bold } = faces();
  pdf.registerFont('regular', regular);
  pdf.registerFont('bold', bold);
}

/** Room between a line's top and its letters' top, so that leading lies evenly above and below. */
const lead = (style: Style) => (style.size * (style.leading - 1.164)) / 2;

function drawLines(pdf: PDFKit.PDFDocument, box: Extract<Box, { kind: 'lines' }>): void {
  const { style } = box;
  pdf.font(style.font).fontSize(style.size).fillColor(style.colour);
  box.lines.forEach((line, n) => {
    if (!line) return;
    const wide = box.align === 'left' ? 0 : pdf.widthOfString(line);
    const shift =
      box.align === 'right' ? box.width - wide : box.align === 'center' ? (box.width - wide) / 2 : 0;
    // a space at the end parts the words of two lines for whoever copies or listens
    const last = n === box.lines.length - 1;
    pdf.text(last ? line : `${line} `, box.x + shift, box.y + n * style.size * style.leading + lead(style), {
      lineBreak: false,
    });
  });
}

function drawBox(pdf: PDFKit.PDFDocument, box: Box, images: Images): void {
  switch (box.kind) {
    case 'lines':
      drawLines(pdf, box);
      return;
    case 'rule':
      pdf.lineWidth(box.thickness).strokeColor(box.colour);
      pdf
        .moveTo(box.x, box.y)
        .lineTo(box.x + box.width, box.y)
        .stroke();
      return;
    case 'fill':
      if (box.width > 0) pdf.rect(box.x, box.y, box.width, box.height).fill(box.colour);
      return;
    case 'frame':
      pdf.lineWidth(box.thickness).roundedRect(box.x, box.y, box.width, box.height, 3).stroke(box.colour);
      return;
    case 'image': {
      const image = images(box.source);
      if (image) pdf.image(image, box.x, box.y, { width: box.width, height: box.height });
      return;
    }
    case 'qr': {
      const { size, runs } = qrRuns(box.value);
      const side = box.width / size;
      for (const { row, from, length } of runs)
        pdf.rect(box.x + from * side, box.y + row * side, length * side, side + 0.02);
      pdf.fill('#000000');
    }
  }
}

type Open = { id: number; element: PDFKit.PDFStructureElement };

/** Opens and closes structure elements as the boxes' paths change; answers the innermost one. */
function follow(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, open: Open[], path: Element[]) {
  let same = 0;
  while (same < open.length && same < path.length && open[same]?.id === path[same]?.id) same++;
  for (const { element } of open.splice(same).reverse()) element.end();
  for (const step of path.slice(same)) {
    const parent = open.at(-1)?.element ?? root;
    const options = {
      ...(step.alt ? { alt: step.alt } : {}),
      ...(step.scope ? { scope: step.scope } : {}),
      ...(step.lang ? { lang: step.lang } : {}),
    };
    const element = pdf.struct(step.tag, options);
    parent.add(element);
    open.push({ id: step.id, element });
  }
  return open.at(-1)?.element ?? root;
}

/** Draws laid out pages as a tagged PDF (PDF/UA): language, title and reading order are in the file. */
export async function draw(pages: Page[], given: Drawing): Promise<Buffer> {
  const first = pages[0];
  // the types know neither PDF/UA nor that no standard font is wanted
  const options = {
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: given.language === 'uk' ? 'uk-UA' : given.language,
    displayTitle: true,
    autoFirstPage: false,
    margin: 0,
    font: null,
    info: {
      Title: given.title,
      Author: given.author,
      Subject: given.subject,
      Creator: 'Kladka',
      Producer: 'Kladka',
      CreationDate: given.at,
      ModDate: given.at,
    },
  };
  const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  registerFaces(pdf);
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const open: Open[] = [];
  for (const page of pages) {
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    for (const box of page.boxes) {
      if (box.path.length === 0) {
        pdf.markContent('Artifact', { type: 'Layout' });
        drawBox(pdf, box, given.images);
        pdf.endMarkedContent();
      } else follow(pdf, root, open, box.path).add(() => drawBox(pdf, box, given.images));
    }
  }
  follow(pdf, root, open, []);
  root.end();
  if (!first) throw new Error('a document has at least one page');
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
