import type { FieldTexts, FormDefinition, PageDefinition, Text } from './types.ts';

const same = (one: Text | undefined, other: Text): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A field of the page that bears the page's own heading bears the other one with it. */
function renamed(page: PageDefinition, texts: FormDefinition['texts']): [string, FieldTexts][] {
  const { titleForOthers: title } = page;
  if (!title) return [];
  return page.fields.flatMap((field): [string, FieldTexts][] =>
    same(texts?.[field]?.title, page.title) ? [[field, { ...texts?.[field], title }]] : [],
  );
}

/** A form as everyone but the applicant reads it: pages under the heading for others where there is one («Заявник», not «Про вас»). */
export function forOthers<F extends Pick<FormDefinition, 'pages' | 'texts'>>(form: F): F {
  const { pages, texts } = form;
  if (!pages?.some(({ titleForOthers }) => titleForOthers)) return form;
  return {
    ...form,
    pages: pages.map((page) => ({ ...page, title: page.titleForOthers ?? page.title })),
    texts: { ...texts, ...Object.fromEntries(pages.flatMap((page) => renamed(page, texts))) },
  };
}
