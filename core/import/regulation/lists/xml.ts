import { Parser } from 'saxen';

/** An element of an XML document, its name and those of its attributes without their prefixes. */
export type Xml = {
  readonly name: string;
  readonly says: { readonly [attribute: string]: string };
  readonly inside: readonly Xml[];
  /** What is written straight in it. */
  readonly text: string;
};

type Open = { name: string; says: Xml['says']; inside: Open[]; text: string };

const plain = (name: string): string => name.replace(/^[^:]*:/, '');

/** The root of an XML document; undefined where the text is none. */
export function xmlIn(text: string): Xml | undefined {
  const top: Open = { name: '', says: {}, inside: [], text: '' };
  const open = [top];
  let isBroken = false;
  const innermost = () => open.at(-1) ?? top;
  const parser = new Parser()
    .on('openTag', (name, attributes, decode) => {
      const says = Object.entries(attributes()).map(([key, value]) => [plain(key), decode(value)] as const);
      const element = { name: plain(name), says: Object.fromEntries(says), inside: [], text: '' };
      innermost().inside.push(element);
      open.push(element);
    })
    .on('closeTag', () => {
      if (open.length > 1) open.pop();
    })
    .on('text', (written, decode) => {
      innermost().text += decode(written);
    })
    .on('cdata', (written) => {
      innermost().text += written;
    })
    .on('error', () => {
      isBroken = true;
    });
  parser.parse(text);
  return isBroken || open.length > 1 ? undefined : top.inside[0];
}

/** Every element of one name, however deep it stands. */
export const everyXml = (root: Xml, name: string): Xml[] => [
  ...(root.name === name ? [root] : []),
  ...root.inside.flatMap((one) => everyXml(one, name)),
];

/** What an attribute says; nothing where there is none. */
export const attribute = ({ says }: Pick<Xml, 'says'>, name: string): string => says[name] ?? '';
