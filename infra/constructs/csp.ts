/** Where the files bucket answers: the only other host that pages talk to. */
export interface Places {
  files: string;
}

const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/** The content security policy of every page: own scripts only, no eval, nothing inline, no framing. */
export function contentSecurityPolicy({ files }: Places): string {
  return policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': `'self' data: blob: ${files}`,
    'font-src': "'self'",
    'connect-src': `'self' ${files}`,
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'upgrade-insecure-requests': '',
  });
}
