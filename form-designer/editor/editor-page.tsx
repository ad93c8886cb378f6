import { useCallback, useEffect, useState } from 'react';
import type { DefinitionDraft } from '#core/api/types.ts';
import type { Kind } from '#core/definition/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded } from '#portal/shell/page.tsx';
import { useLocation } from '#portal/shell/router.ts';
import { type Json, objectOf } from '../commands/json.ts';
import { DesignProvider, type Place } from '../design.tsx';
import { useLibrary } from '../library.tsx';
import { Keeper, portsOf } from '../saving/keeper.ts';
import { Editor } from './editor.tsx';

/** Loads a definition's draft and opens it. */
export function EditorPage({ kind, id, tab }: { kind: Kind; id: string; tab: string }) {
  const { load, again } = useLoad(`${kind}/${id}`, (api, signal) =>
    api.get<DefinitionDraft>(`/definitions/${kind}/${id}/draft`, { signal }),
  );
  return (
    <Loaded load={load} again={again}>
      {(draft, etag) => (
        <Opened kind={kind} id={id} tab={tab} definition={draft.definition as Json} etag={etag ?? '"0"'} />
      )}
    </Loaded>
  );
}

function Opened({
  kind,
  id,
  tab,
  definition,
  etag,
}: {
  kind: Kind;
  id: string;
  tab: string;
  definition: Json;
  etag: string;
}) {
  const api = useApi();
  const { library } = useLibrary();
  const [, go] = useLocation();
  const [keeper] = useState(() => new Keeper(kind, id, portsOf(api, kind, id), definition, etag));
  const [chosen, setChosen] = useState<{ [tab: string]: Omit<Place, 'tab'> }>({});
  const [said, setSaid] = useState('');
  const first = kind === 'service' ? 'form' : kind;
  const shown = tab || first;
  const agency = kind === 'agency' ? id : String(objectOf(definition).agency ?? '');
  const open = library.mine.includes(agency);

  const goTo = useCallback(
    (to: Place) => {
      const { tab: next, ...within } = to;
      setChosen((before) => ({ ...before, [next]: within }));
      if (to.tab !== shown) go(`/${kind}/${id}/${to.tab}`);
    },
    [go, id, kind, shown],
  );

  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') void keeper.save();
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      void keeper.save();
    };
  }, [keeper]);

  return (
    <DesignProvider
      keeper={keeper}
      open={open}
      place={{ tab: shown, ...chosen[shown] }}
      goTo={goTo}
      announce={setSaid}
    >
      <Editor />
      <p className="k-hidden" role="status">
        {said}
      </p>
    </DesignProvider>
  );
}
