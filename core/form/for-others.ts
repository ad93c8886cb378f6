import type { Text } from './types.ts';

/** Pages as everyone but the applicant reads them: under the heading for others where there is one («Заявник», not «Про вас»). */
export function forOthers<P extends { readonly title: Text; readonly titleForOthers?: Text }>(
  pages: readonly P[],
): P[] {
  return pages.map((page) => ({ ...page, title: page.titleForOthers ?? page.title }));
}
