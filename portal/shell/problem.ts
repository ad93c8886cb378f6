import type { Localised } from '#portal/theme/language.tsx';

/** A field's own mistake, as the server found it: pointer into what was entered. */
export interface FieldMistake {
  readonly pointer: string;
  readonly code: string;
  readonly message: Localised;
}

/** An error answer (RFC 9457), or a failure to get one: then `status` is 0 and `code` is `offline`. */
export interface Problem {
  readonly status: number;
  /** Stable name of what went wrong. */
  readonly code: string;
  readonly title: Localised | string;
  readonly detail?: Localised | string;
  readonly fields: readonly FieldMistake[];
  /** The whole body, for what a caller knows of its own operation. */
  readonly body: Readonly<Record<string, unknown>>;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function localised(value: unknown): Localised | string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return value as Localised;
}

/** The code is given by name, else taken from the last part of `type`. */
function codeOf(body: Record<string, unknown>, status: number): string {
  if (typeof body.code === 'string') return body.code;
  const type = typeof body.type === 'string' ? body.type : '';
  return type.split(/[/:#]/).pop() || `http-${status}`;
}

/** Reads an error answer, whatever its body turns out to be. */
export async function problemOf(answer: Response): Promise<Problem> {
  let body: Record<string, unknown> = {};
  try {
    body = record(await answer.json());
  } catch {
    // a gateway's own error page is not JSON: the status says enough
  }
  const fields = Array.isArray(body.errors) ? body.errors : Array.isArray(body.fields) ? body.fields : [];
  const detail = localised(body.detail);
  return {
    status: answer.status,
    code: codeOf(body, answer.status),
    title: localised(body.title) ?? `HTTP ${answer.status}`,
    ...(detail === undefined ? {} : { detail }),
    fields: fields.map(record).map((field) => ({
      pointer: String(field.pointer ?? ''),
      code: String(field.code ?? ''),
      message: (localised(field.message ?? field.detail) ?? '') as Localised,
    })),
    body,
  };
}

/** The mistakes that the server found in one part of a command, by pointers of that part. */
export function mistakesUnder(problem: Problem | undefined, part: string): FieldMistake[] {
  return (problem?.fields ?? [])
    .filter((field) => field.pointer.startsWith(`${part}/`))
    .map((field) => ({ ...field, pointer: field.pointer.slice(part.length) }));
}

/** No answer came: the network is gone, or the request was broken off. */
export const offline: Problem = {
  status: 0,
  code: 'offline',
  title: { uk: 'Немає звʼязку', en: 'No connection' },
  fields: [],
  body: {},
};

/** Nobody is signed in, or no longer. */
export const signedOut: Problem = {
  status: 401,
  code: 'signed-out',
  title: { uk: 'Потрібно увійти', en: 'You need to sign in' },
  fields: [],
  body: {},
};
