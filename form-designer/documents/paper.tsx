import qrcode from 'qrcode-generator';
import { useEffect, useMemo, useState } from 'react';
import type { Document } from '#core/definition/types.ts';
import { imagesIn } from '#core/document/content.ts';
import { layout } from '#core/document/layout.ts';
import type { Box, Measure, Page, Shape, Style } from '#core/document/types.ts';
import type { JsonObject } from '#core/flow/types.ts';
import { type Localised, textOf, useTexts } from '#portal/theme/language.tsx';
import { papersTexts } from './texts.ts';

const FONT = '"DejaVu Sans", Verdana, sans-serif';
let drawing: CanvasRenderingContext2D | null | undefined;

/** Widths by the browser's own letters: the file itself is set in DejaVu Sans. */
const measure: Measure = (text, style) => {
  drawing ??= document.createElement('canvas').getContext('2d');
  if (!drawing) return text.length * style.size * 0.6;
  drawing.font = `${style.font === 'bold' ? '700' : '400'} ${style.size}px ${FONT}`;
  return drawing.measureText(text).width;
};

/** What the file can draw: images that are held as they are; an attached one of the sample has no picture. */
const isDrawn = (source: string): boolean => /^data:image\/(png|jpeg);base64,/.test(source);

/** Height over width of the images that a document shows, as soon as the browser has read them. */
function useShapes(paper: Document, names: JsonObject): Shape {
  const [known, setKnown] = useState<ReadonlyMap<string, number>>(new Map());
  const sources = useMemo(() => {
    try {
      return imagesIn(paper, names).filter(isDrawn);
    } catch {
      return []; // what is wrong is told in place of the pages
    }
  }, [paper, names]);
  useEffect(() => {
    for (const source of sources) {
      const image = new Image();
      image.onload = () =>
        setKnown((before) =>
          before.has(source) ? before : new Map(before).set(source, image.naturalHeight / image.naturalWidth),
        );
      image.src = source;
    }
  }, [sources]);
  return useMemo(() => (source) => known.get(source) ?? null, [known]);
}

/** The title of the agency or the office, as expressions know it. */
function titleIn(value: unknown, language: string): string {
  const title = (value as { title?: unknown } | null | undefined)?.title;
  if (typeof title === 'string') return title;
  return textOf(title as Localised | undefined, language);
}

/** A document as it will be issued, page by page, of sample data. */
export function Paper({ paper, names, language }: { paper: Document; names: JsonObject; language: string }) {
  const t = useTexts(papersTexts);
  const shape = useShapes(paper, names);
  const made = useMemo(() => {
    const now = new Date().toISOString();
    const issue = {
      id: '00000000-0000-7000-8000-000000000000',
      number: '01-0001/2026',
      issuedAt: now,
      validUntil: null,
      zone: 'Europe/Kyiv',
      issuer: ['agency', 'office'].map((who) => titleIn(names[who], language)).filter((line) => line !== ''),
      verifyAt: paper.verify ? 'https://kladka.example/verify/00000000' : null,
    };
    try {
      return { pages: layout(paper, names as never, language, { issue, measure, shape }) };
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) };
    }
  }, [paper, names, language, shape]);
  if (made.pages === undefined) return <p className="k-error">{t('cannotPreview', { why: made.why })}</p>;
  return (
    <div className="d-papers">
      {made.pages.map((page) => (
        <PageView key={page.number} page={page} label={t('previewOf', { n: page.number })} />
      ))}
    </div>
  );
}

function PageView({ page, label }: { page: Page; label: string }) {
  return (
    <svg className="d-page-view" viewBox={`0 0 ${page.width} ${page.height}`} role="img" aria-label={label}>
      {page.boxes.map((box, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no name but their place
        <BoxView key={n} box={box} />
      ))}
    </svg>
  );
}

const anchor = { left: 'start', center: 'middle', right: 'end' } as const;

function BoxView({ box }: { box: Box }) {
  const { x, y, width, height } = box;
  switch (box.kind) {
    case 'lines': {
      const at = box.align === 'left' ? x : box.align === 'right' ? x + width : x + width / 2;
      return (
        <text
          textAnchor={anchor[box.align]}
          fontSize={box.style.size}
          fontWeight={box.style.font === 'bold' ? 700 : 400}
          fontFamily={FONT}
          fill={box.style.colour}
        >
          {box.lines.map((line, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
            <tspan key={n} x={at} y={y + baseline(box.style, n)}>
              {line}
            </tspan>
          ))}
        </text>
      );
    }
    case 'rule':
      return <rect x={x} y={y} width={width} height={Math.max(box.thickness, 0.5)} fill={box.colour} />;
    case 'fill':
      return <rect x={x} y={y} width={width} height={height} fill={box.colour} />;
    case 'frame':
      return (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          fill="none"
          stroke={box.colour}
          strokeWidth={box.thickness}
        />
      );
    case 'qr':
      return <Qr value={box.value} x={x} y={y} side={Math.min(width, height)} />;
    case 'image':
      return <image href={box.source} x={x} y={y} width={width} height={height} preserveAspectRatio="none" />;
  }
}

/** Where the letters of the n-th line stand. */
const baseline = (style: Style, n: number): number =>
  n * style.size * style.leading + (style.size * (style.leading - 1.164)) / 2 + style.size * 0.93;

function Qr({ value, x, y, side }: { value: string; x: number; y: number; side: number }) {
  const code = qrcode(0, 'M');
  code.addData(value);
  code.make();
  const count = code.getModuleCount();
  const unit = side / count;
  const d = Array.from({ length: count * count }, (_, n) => [Math.floor(n / count), n % count] as const)
    .filter(([row, column]) => code.isDark(row, column))
    .map(([row, column]) => `M${x + column * unit} ${y + row * unit}h${unit}v${unit}h${-unit}z`)
    .join('');
  return <path d={d} fill="#000" />;
}
