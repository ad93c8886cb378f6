import type { Document } from '#core/definition/types.generated.ts';
import type { FieldTexts, Names } from './content.ts';
import { content } from './content.ts';
import { setPages } from './set.ts';
import type { Issue, Measure, Page, Paper, Shape } from './types.ts';
import { a4 } from './types.ts';
import { inLanguage } from './value.ts';
import { words } from './words.ts';

/**
 * The pages of a document of a definition: boxes at their places, in reading order, with the structure that a screen
 * reader follows. Pure: widths of letters, shapes of images and the facts of the issue are handed in.
 * @throws ExpressionError where an expression of the body cannot be evaluated
 */
export function layout(
  document: Document,
  names: Names,
  language: string,
  given: {
    issue: Issue;
    measure: Measure;
    shape?: Shape;
    texts?: FieldTexts;
    paper?: Paper;
    /** The languages in which it stands once more, from a new page each. */
    again?: readonly { language: string; issue: Issue }[];
  },
): Page[] {
  const say = words(language);
  const { issue } = given;
  const title = inLanguage(document.title, language);
  const foot = [title, ...(issue.number ? [`${say.number} ${issue.number}`] : [])].join(', ');
  return setPages(
    content(document, names, language, given),
    { measure: given.measure, shape: given.shape ?? (() => null) },
    { foot, page: say.page },
    given.paper ?? a4,
    (given.again ?? []).map((one) => ({
      language: one.language,
      parts: content(document, names, one.language, { ...given, issue: one.issue }),
    })),
  );
}
