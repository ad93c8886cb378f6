import { checkDefinition, readDefinition, saveDefinition } from '../definitions/drafts.ts';
import { definitions, designerLibrary } from '../definitions/list.ts';
import { publishDefinition, publishedDefinition } from '../definitions/publish.ts';
import type { ApiEvent } from '../http/event.ts';
import { serve } from '../http/serve.ts';

const serving = serve('definitions', {
  definitions,
  designerLibrary,
  readDefinition,
  saveDefinition,
  checkDefinition,
  publishDefinition,
  publishedDefinition,
});
/** Definitions for those who are appointed to design them: what there is, their drafts, publishing. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
