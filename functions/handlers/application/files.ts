import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ProblemCode } from '#core/api/problems.ts';
import type { UploadAsked } from '#core/api/types.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { FileVersion } from '#core/case/types.ts';
import { visible } from '#core/case/visible.ts';
import { partiesOf } from '#core/case/who.ts';
import { stateAt } from '#core/flow/states.ts';
import { anyRow } from '#core/form/pointer.ts';
import type { FileDefinition } from '#core/form/types.ts';
import { mediaTypes } from '../../files/media-types.ts';
import { fileView } from '../../files/view.ts';
import type { ApiResult, Asked } from '../../http/event.ts';
import { intention } from '../../http/intention.ts';
import { ApiProblem, problem } from '../../http/problem.ts';
import { json } from '../../http/serve.ts';
import { announce, announcedFiles, MOST_FILES } from '../../store/announced.ts';
import { runtimeOf } from '../../store/bundles.ts';
import { draftHasFiles } from '../../store/drafts.ts';
import { setting } from '../../store/setting.ts';
import { cases } from '../../store/tables.ts';
import { untilOf } from './drafts.ts';
import { type Reached, reach } from './reach.ts';

const s3 = new S3Client({});
/** How long an upload may begin after it was announced, and a download after it was asked for, in seconds. */
const UPLOAD_S = 600;
const DOWNLOAD_S = 60;

const wrong = (pointer: string, code: ProblemCode, message: { uk: string; en: string }) =>
  new ApiProblem(422, code, message, [{ pointer, code, message }]);

/** The fields for files that are open to the one who asks: of the form, and of the state's own form. */
function fieldsOf(service: ServiceRuntime, reached: Reached): FileDefinition[] {
  const { form, flow } = service.bundle;
  const ofForm = Object.values(form.files ?? {});
  if (reached.draft) return ofForm as FileDefinition[];
  const keys = partiesOf(reached.case, reached.actor.identity);
  const places = Object.values(reached.case.places).filter(
    (p) => p.kind === 'party' && keys.includes(p.party),
  );
  if (places.length === 0) throw problem('forbidden');
  const own = places.flatMap(({ path }) => {
    const state = stateAt(flow, path);
    const files = state?.type === 'party' ? (state.form as { files?: object } | undefined)?.files : undefined;
    return Object.values(files ?? {});
  });
  return [...ofForm, ...own] as FileDefinition[];
}

function check(fields: readonly FileDefinition[], { at, type, size }: UploadAsked): void {
  const field = fields.find((one) => anyRow(at) === anyRow(one.at));
  if (!field)
    throw wrong('/at', 'unknownField', {
      uk: 'У цьому місці файлів не додають.',
      en: 'No files are attached here.',
    });
  if (!field.types.some((kind) => mediaTypes[kind]?.includes(type)))
    throw wrong('/type', 'wrongType', {
      uk: `Файл має бути одного з типів: ${field.types.join(', ')}.`,
      en: `The file must be one of: ${field.types.join(', ')}.`,
    });
  if (size > field.each)
    throw wrong('/size', 'tooLarge', {
      uk: `Файл більший за ${Math.floor(field.each / 1_048_576)} МБ.`,
      en: `The file is larger than ${Math.floor(field.each / 1_048_576)} MB.`,
    });
}

/** Announces a file and says where the browser posts it: that size and type, at that key, within ten minutes. */
export async function upload(asked: Asked): Promise<ApiResult> {
  const reached = await reach(asked);
  const { actor, now } = reached;
  const body = asked.body as unknown as UploadAsked;
  const service = await runtimeOf(reached.case?.definition ?? null);
  check(fieldsOf(service, reached), body);
  const of = { service: setting('KLADKA_SERVICE'), case: asked.names.id ?? '' };
  const { person } = actor.identity;
  // the same key announces the same file
  const id = intention(person, 'upload', of.case, asked.key).slice(0, 32);
  const before = await announcedFiles(cases(), of);
  if (before.length >= MOST_FILES && !before.some((item) => item.file.id === id))
    throw wrong('', 'tooMany', {
      uk: `Додати можна не більше ${MOST_FILES} файлів.`,
      en: `At most ${MOST_FILES} files may be attached.`,
    });
  const file: FileVersion = {
    id,
    at: body.at,
    name: body.name,
    key: `${of.service}/${of.case}/files/${id}`,
    version: '',
    sha256: body.sha256,
    size: body.size,
    type: body.type,
    scan: 'pending',
    uploadedAt: now,
  };
  if (reached.draft && !reached.draft.hasFiles) {
    // before the file: a draft that says so without one is only asked once too often
    const noted = await draftHasFiles(cases(), { service: of.service, id: of.case, person });
    if (!noted) throw problem('notFound');
  }
  const { file: kept } = await announce(cases(), of, { file, person, until: untilOf(service, now) });
  if (kept.sha256 !== file.sha256 || kept.at !== file.at) throw problem('otherRequest');
  const { url, fields } = await createPresignedPost(s3, {
    Bucket: setting('KLADKA_FILES'),
    Key: kept.key,
    Fields: { 'Content-Type': body.type },
    Conditions: [
      ['content-length-range', body.size, body.size],
      ['eq', '$Content-Type', body.type],
    ],
    Expires: UPLOAD_S,
  });
  return json(201, { file: fileView(kept), url, fields });
}

async function link(of: { key: string; version?: string | undefined; name: string }): Promise<ApiResult> {
  const url = await getSignedUrl(
    s3,
    new GetObjectCommand({
      Bucket: setting('KLADKA_FILES'),
      Key: of.key,
      ...(of.version && of.version !== 'null' ? { VersionId: of.version } : {}),
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(of.name).replaceAll("'", '%27')}`,
    }),
    { expiresIn: DOWNLOAD_S },
  );
  return json(200, { url, name: of.name });
}

/** A file to be read: only one that was scanned and is clean. */
export async function file(asked: Asked): Promise<ApiResult> {
  const reached = await reach(asked);
  const { actor, now } = reached;
  const wanted = asked.names.file ?? '';
  const inCase = reached.case
    ? visible(await runtimeOf(reached.case.definition), reached.case, actor, now)?.files
    : undefined;
  const of = { service: setting('KLADKA_SERVICE'), case: asked.names.id ?? '' };
  const found =
    inCase?.find(({ id }) => id === wanted) ??
    (await announcedFiles(cases(), of)).find(
      (item) => item.file.id === wanted && item.person === actor.identity.person,
    )?.file;
  if (!found) throw problem('notFound');
  if (found.scan !== 'clean')
    throw new ApiProblem(409, 'fileNotClean', {
      uk: 'Файл ще не перевірено, або він не пройшов перевірку.',
      en: 'The file is not scanned yet, or did not pass.',
    });
  return link(found);
}

/** An issued document, sealed. */
export async function document(asked: Asked): Promise<ApiResult> {
  const { case: kase, actor, now } = await reach(asked);
  if (!kase) throw problem('notFound');
  const seen = visible(await runtimeOf(kase.definition), kase, actor, now);
  const documents = seen?.documents ?? {};
  const id = asked.names.document ?? '';
  const issued = Object.hasOwn(documents, id) ? documents[id] : undefined;
  if (!issued?.key) throw problem('notFound');
  const name = `${issued.document}${issued.number === undefined ? '' : `-${issued.number}`}.pdf`;
  return link({ key: issued.key, version: issued.version, name });
}
