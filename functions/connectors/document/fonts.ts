import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The two faces a document is set in. DejaVu has every Ukrainian letter, the hryvnia sign, № and both apostrophes. */
export type Faces = { regular: Buffer; bold: Buffer };

const FILES = { regular: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' };

/** Folders where faces may lie: as told, beside the bundle, in a layer, in the package. */
function folders(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const told = process.env.KLADKA_FONTS;
  return [...(told ? [told] : []), here, '/opt/kladka/fonts'];
}

let loaded: Faces | undefined;

/** Reads the faces once a container. @throws Error naming the folders searched where a face is nowhere */
export function faces(): Faces {
  if (loaded) return loaded;
  const folder =
    folders().find((one) => existsSync(join(one, FILES.regular))) ??
    dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
  loaded = {
    regular: readFileSync(join(folder, FILES.regular)),
    bold: readFileSync(join(folder, FILES.bold)),
  };
  return loaded;
}
