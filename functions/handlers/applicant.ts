import type { ApiEvent } from '../http/event.ts';
import { serve } from '../http/serve.ts';
import { accesses } from './application/accesses.ts';
import { appeal, partyAct, partyDuplicate, partyMessage, renew, withdraw } from './application/acts.ts';
import { dropDraft, openDraft, putDraft } from './application/drafts.ts';
import { document, file, upload } from './application/files.ts';
import { lookup } from './application/lookups.ts';
import { application } from './application/show.ts';
import { submit } from './application/submit.ts';

const serving = serve('applicant', {
  openDraft,
  application,
  saveDraft: putDraft,
  deleteDraft: dropDraft,
  submit,
  lookup,
  upload,
  file,
  document,
  accesses,
  partyAct,
  partyMessage,
  withdraw,
  partyDuplicate,
  appeal,
  renew,
});
/** What a party does in an application of this service. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
