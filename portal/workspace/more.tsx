import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import type { ListState } from './list.ts';
import { workspaceTexts } from './texts.ts';

/** Asks for the next page of a list, where there is one. */
export function More({
  list,
}: {
  list: Pick<ListState<unknown>, 'hasMore' | 'busy'> & { more: () => void };
}) {
  const t = useTexts(workspaceTexts);
  if (!list.hasMore) return null;
  return (
    <div className="k-actions">
      <Button kind="secondary" busy={list.busy} onClick={list.more}>
        {t('more')}
      </Button>
    </div>
  );
}
