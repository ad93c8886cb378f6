/** What blocks become once their expressions are evaluated: what stands in the document, without its place. */
export type Part =
  | { type: 'letterhead'; lines: string[] }
  | { type: 'title'; text: string; subtitle?: string }
  | { type: 'heading'; level: 2 | 3; text: string; align?: Align }
  | { type: 'text'; text: string; align?: Align; strong?: boolean; small?: boolean }
  | { type: 'fields'; items: { title: string; value: string }[] }
  | { type: 'table'; title?: string; columns: Column[]; rows: string[][]; total?: string[]; empty: string }
  | { type: 'columns'; columns: Part[][] }
  | { type: 'image'; source: string; alt: string; width?: number; align?: Align }
  | { type: 'chart'; title: string; alt: string; bars: { title: string; value: number; shown: string }[] }
  | { type: 'qr'; value: string; alt: string; caption: string[]; side?: number }
  | { type: 'signature'; lines: string[]; seal: string[] }
  | { type: 'pageBreak' };

export type Align = 'left' | 'center' | 'right';
export type Column = { title: string; align?: Align; width?: number };

/** How a text looks. Sizes are in points. */
export type Style = { font: 'regular' | 'bold'; size: number; leading: number; colour: string };

/** What a reader that speaks pages needs to know of a box: PDF structure elements from the outside in. */
export type Element = {
  /** Boxes with the same id belong to the same element. */
  id: number;
  tag:
    | 'Sect'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'P'
    | 'Figure'
    | 'Table'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody';
  alt?: string;
  scope?: 'Column' | 'Row';
  /** Of another language than the document. */
  lang?: string;
};

/** Where it stands: points from the top left corner of the page. `path` is empty for what only decorates. */
type Placed = { x: number; y: number; width: number; height: number; path: Element[] };

/** What is drawn. */
export type Box =
  | (Placed & { kind: 'lines'; lines: string[]; style: Style; align: Align })
  | (Placed & { kind: 'rule'; colour: string; thickness: number })
  | (Placed & { kind: 'fill'; colour: string })
  | (Placed & { kind: 'frame'; colour: string; thickness: number })
  | (Placed & { kind: 'image'; source: string })
  | (Placed & { kind: 'qr'; value: string });

export type Page = { number: number; width: number; height: number; boxes: Box[] };

/** The width in points of a text set in a style: handed in by what draws, since only it knows its fonts. */
export type Measure = (text: string, style: Style) => number;

/** Height over width of an image, or null where there is no such image. Handed in like `Measure`. */
export type Shape = (source: string) => number | null;

/** The paper. All in points. */
export type Paper = {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
};

/** A4 with the margins of an official paper: left 25 mm for the binding, right 15, top 18, bottom 22 with the foot. */
export const a4: Paper = { width: 595.28, height: 841.89, top: 51, right: 43, bottom: 62, left: 71 };

/** The facts of one issue of a document, which its definition cannot hold. Days and times are shown in `zone`. */
export type Issue = {
  /** The document's id: part of the address at which anyone verifies it. */
  id: string;
  number: string | null;
  issuedAt: string;
  /** The last day on which it is valid. */
  validUntil: string | null;
  zone: string;
  /** Who issues it: agency, office, address; the first is set larger. */
  issuer: string[];
  /** The address at which it is verified; null where it is not. */
  verifyAt: string | null;
  /** It takes the place of one issued before, and says so. */
  duplicate?: boolean;
  /** What places are called, by their codes (KATOTTG): a document prints no code that has a name here. */
  places?: { readonly [code: string]: string };
};
