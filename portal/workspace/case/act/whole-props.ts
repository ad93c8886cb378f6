import type { CaseView } from '../../view.ts';
import type { OnActed } from './act-form.tsx';

/** What an act on the whole case is given. */
export interface WholeProps {
  readonly of: CaseView;
  readonly etag: string | null;
  readonly onActed: OnActed;
}
