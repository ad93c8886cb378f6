import { checkDefinition, readDefinition, saveDefinition } from '../definitions/drafts.ts';
import type { ApiEvent } from '../http/event.ts';
import { serve } from '../http/serve.ts';

const serving = serve('definitions', { readDefinition, saveDefinition, checkDefinition });
/** Drafts of definitions for those who are appointed to design them; publishing is a commit and a deployment. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
