import { checkDefinition, readDefinition, saveDefinition } from '../definitions/drafts.ts';
import { definitions, designerLibrary } from '../definitions/list.ts';
import { proposePublication, publication, returnPublication } from '../definitions/proposals.ts';
import { publishDefinition, publishedDefinition } from '../definitions/publish.ts';
import { readScenarios, saveScenarios } from '../definitions/scenarios.ts';
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
  publication,
  proposePublication,
  returnPublication,
  readScenarios,
  saveScenarios,
});
/** Definitions for those who are appointed to design them: what there is, their drafts, publishing. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
