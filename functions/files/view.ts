import type { FileView } from '#core/api/types.ts';
import type { FileVersion } from '#core/case/types.ts';

/** A file without where it lies. */
export const fileView = ({ id, at, name, size, type, scan }: FileVersion): FileView => ({
  id,
  at,
  name,
  size,
  type,
  scan,
});
