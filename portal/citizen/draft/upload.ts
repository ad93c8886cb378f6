import type { UploadGrant } from '#core/api/types.ts';
import type { Api } from '#portal/shell/api.ts';
import type { Uploaded } from '#portal/theme/form/form-context.ts';
import { type Language, textOf } from '#portal/theme/language.tsx';

/** SHA-256 of a file, hex. */
export async function sha256(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Straight to the bucket. XMLHttpRequest, since `fetch` tells no progress of what is sent. */
function post(answer: UploadGrant, file: File, progress: (share: number) => void, signal: AbortSignal) {
  return new Promise<boolean>((resolve) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(answer.fields)) body.append(name, value);
    body.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', answer.url);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => resolve(request.status >= 200 && request.status < 300);
    request.onerror = () => resolve(false);
    request.onabort = () => resolve(false);
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** Sends a file of an application: announced to the API, then posted to the files bucket with a presigned form. */
export async function upload(
  api: Api,
  application: string,
  given: { at: string; file: File; language: Language; offline: string },
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  const { at, file } = given;
  const hash = await sha256(file);
  const answer = await api.post<UploadGrant>(`${application}/files`, {
    key: crypto.randomUUID(),
    body: {
      at,
      name: file.name,
      type: file.type || 'application/octet-stream',
      size: file.size,
      sha256: hash,
    },
    signal,
  });
  if (!answer.ok) {
    const { status, title, detail } = answer.problem;
    return { ok: false, why: status === 0 ? given.offline : textOf(detail ?? title, given.language) };
  }
  const sent = await post(answer.data, file, progress, signal);
  const { id, name, type, size } = answer.data.file;
  return sent
    ? { ok: true, file: { id, name, type, size, sha256: hash } }
    : { ok: false, why: given.offline };
}
