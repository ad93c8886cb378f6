import type { FileField, Text } from '#core/definition/types.ts';
import { looseIn, textOf } from '../../json.ts';
import { validateOf } from '../component.ts';
import type { Kind } from '../kind.ts';

type FileType = FileField['types'][number];

const types: { readonly [kind: string]: FileType } = {
  ...{ 'application/pdf': 'pdf', 'image/jpeg': 'jpeg', 'image/jpg': 'jpeg', 'image/png': 'png' },
  ...{
    'image/heic': 'heic',
    'image/webp': 'webp',
    'text/plain': 'txt',
    'application/xml': 'xml',
    'text/xml': 'xml',
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  ...{
    'application/zip': 'zip',
    'video/mp4': 'mp4',
    'audio/mpeg': 'mp3',
    'application/pkcs7-signature': 'p7s',
  },
  ...{
    jpg: 'jpeg',
    jpeg: 'jpeg',
    png: 'png',
    pdf: 'pdf',
    heic: 'heic',
    webp: 'webp',
    docx: 'docx',
    xlsx: 'xlsx',
  },
  ...{ odt: 'odt', xml: 'xml', txt: 'txt', p7s: 'p7s', asice: 'asice', mp4: 'mp4', mp3: 'mp3', zip: 'zip' },
};
const images: readonly FileType[] = ['jpeg', 'png', 'heic', 'webp'];
const every: readonly FileType[] = ['pdf', 'jpeg', 'png', 'docx', 'xlsx', 'odt', 'txt', 'zip'];
const unknownType = (written: string): Text => ({
  uk: `файли виду ${written} не приймаються`,
  en: `files of the kind ${written} are not taken`,
});

/** Kinds of file from a list of media types or endings (`application/pdf,image/*,.docx`). */
export function fileTypes(written: string): { types: FileType[]; losses: Text[] } {
  const asked = written
    .split(/[,;\s]+/)
    .map((one) => one.toLowerCase().replace(/^\*?\./, ''))
    .filter((one) => one !== '');
  if (asked.length === 0 || asked.includes('*') || asked.includes('*/*'))
    return {
      types: [...every],
      losses: [
        { uk: 'у джерелі приймаються файли будь-якого виду', en: 'the source takes files of any kind' },
      ],
    };
  const found = new Set<FileType>();
  const losses: Text[] = [];
  for (const one of asked) {
    const type = types[one];
    if (one === 'image/*') for (const image of images) found.add(image);
    else if (type) found.add(type);
    else losses.push(unknownType(one));
  }
  return { types: found.size > 0 ? [...found] : [...every], losses };
}

const units: { readonly [unit: string]: number } = { '': 1, B: 1, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 };

/** `50MB` in bytes. */
export function bytesOf(written: string | undefined): number | undefined {
  const [, amount, unit = ''] = /^\s*([\d.]+)\s*([KMG]?B)?\s*$/i.exec(written ?? '') ?? [];
  return amount === undefined ? undefined : Math.round(Number(amount) * (units[unit.toUpperCase()] ?? 1));
}

/** The schema of a list of files: what a file is the part `file` says. */
export const fileList = (least: number, most: number) => ({
  type: 'array',
  items: { $ref: '../../parts/file/schema.json' },
  ...(least > 0 ? { minItems: least } : {}),
  maxItems: most,
});

export const file: Kind = (component) => {
  const many = component.multiple === true;
  const { types: kinds, losses } = fileTypes(textOf(component.filePattern) ?? '');
  const each = bytesOf(textOf(component.fileMaxSize)) ?? 50 * 2 ** 20;
  const least = validateOf(component).required === true ? 1 : 0;
  const smallest = bytesOf(textOf(component.fileMinSize)) ?? 0;
  const categories = looseIn(component.fileTypes, '').filter(([one]) => textOf(one.value) !== undefined);
  return {
    schema: fileList(least, many ? 20 : 1),
    file: { types: kinds as [FileType, ...FileType[]], each, count: many ? 20 : 1, min: least },
    seen: { as: 'list' },
    losses: [
      ...losses,
      ...(smallest > 0
        ? [{ uk: 'найменший розмір не перевіряється', en: 'the least size is not checked' }]
        : []),
      ...(categories.length > 0
        ? [{ uk: 'вид файлу не питається', en: 'the kind of the file is not asked' }]
        : []),
    ],
  };
};
