import type { ApiEvent } from '../http/event.ts';
import { serve } from '../http/serve.ts';
import { acts } from '../officer/acts.ts';
import { caseAccesses } from '../officer/audit.ts';
import { initiate, lookupForMotion } from '../officer/initiate.ts';
import { lookupFor } from '../officer/look-up-for.ts';
import { migrateCases, proposeMigration, rehearseMigration } from '../officer/migration.ts';
import { openFor } from '../officer/open-for.ts';
import { caseDocument, caseFile, events, oneCase } from '../officer/reads.ts';

const serving = serve('officer', {
  openFor,
  lookupFor,
  initiate,
  lookupForMotion,
  rehearseMigration,
  proposeMigration,
  migrateCases,
  caseAccesses,
  case: oneCase,
  events,
  caseFile,
  caseDocument,
  ...acts,
});
/** What an officer sees and does in a case of this service. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
