import type { DocumentEffect } from '#core/case/effect.ts';
import type { Document } from '#core/definition/types.generated.ts';
import { imagesIn } from '#core/document/content.ts';
import type { Shape } from '#core/document/types.ts';
import { type Images, shapeOf } from './draw.ts';
import type { Workshop } from './types.ts';

type Names = Record<string, unknown>;
type Attached = { key?: unknown; version?: unknown };

const ofDefinition = (source: string): Buffer | null => {
  const match = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)$/.exec(source);
  return match?.[1] ? Buffer.from(match[1], 'base64') : null;
};

/** Whether a document shows a picture of the agency's look. */
const showsLook = ({ body }: Document): boolean => /"image":"(logo|emblem)"/.test(JSON.stringify(body));

/** The names of a document with its agency's look, where it shows one: the look may be large and changes with the agency. */
export async function withLook(
  definition: Document,
  names: Names,
  { agency }: Pick<DocumentEffect, 'agency'>,
  shop: Pick<Workshop, 'look'>,
): Promise<Names> {
  if (!showsLook(definition)) return names;
  return { ...names, agency: { ...(names.agency as object), look: await shop.look(agency) } };
}

/**
 * The images that a document shows, read before it is laid out: PNG and JPEG of the definition, of the agency's look, and
 * attached to this very case. What cannot be read has no shape, so its alternative text is printed.
 */
export async function imagesFor(
  definition: Document,
  names: Names,
  effect: Pick<DocumentEffect, 'service' | 'case'>,
  shop: Pick<Workshop, 'attached'>,
): Promise<{ images: Images; shape: Shape }> {
  const files = (Array.isArray(names.files) ? names.files : []) as Attached[];
  const own = `${effect.service}/${effect.case}/`;
  const read = async (source: string): Promise<Buffer | null> => {
    if (source.startsWith('data:')) return ofDefinition(source);
    const version = files.find(({ key }) => key === source)?.version;
    return source.startsWith(own) && typeof version === 'string' ? shop.attached(source, version) : null;
  };
  const found = new Map<string, { bytes: Buffer; shape: number }>();
  for (const source of imagesIn(definition, names)) {
    const bytes = await read(source);
    const shape = bytes && shapeOf(bytes);
    if (bytes && shape) found.set(source, { bytes, shape });
  }
  return {
    images: (source) => found.get(source)?.bytes ?? null,
    shape: (source) => found.get(source)?.shape ?? null,
  };
}
