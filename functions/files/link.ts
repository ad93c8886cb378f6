import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { FileLink } from '#core/api/types.ts';
import { setting } from '../store/setting.ts';

const client = new S3Client({});
/** How long an address of a file lives, in seconds. */
const LIVES_S = 60;

/** An address of one version of a file, for a minute; the browser saves it under its name and never shows it inside our origin. */
export async function fileLink(of: { key: string; version: string; name: string }): Promise<FileLink> {
  // what RFC 8187 does not allow in a name and encodeURIComponent leaves
  const encoded = encodeURIComponent(of.name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = of.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const url = await getSignedUrl(
    client,
    new GetObjectCommand({
      Bucket: setting('KLADKA_FILES'),
      Key: of.key,
      VersionId: of.version,
      ResponseContentDisposition: `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    }),
    { expiresIn: LIVES_S },
  );
  return { url, name: of.name };
}
