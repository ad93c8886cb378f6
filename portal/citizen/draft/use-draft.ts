import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ApplicationView, DraftView, ServicePage } from '#core/api/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { type Load, useLoad } from '#portal/shell/load.ts';
import { DraftKeeper, type DraftState } from './keeper.ts';

/** What the form's pages work on: the service's form, the draft as the server gave it, and who keeps it. */
export interface OpenDraft {
  readonly service: ServicePage;
  readonly view: DraftView | ApplicationView;
  readonly keeper: DraftKeeper | undefined;
}

/** Opens a draft for its pages; keeps it while one goes from page to page, saves when the page is hidden. */
export function useDraft(service: string, id: string): { load: Load<OpenDraft>; again: () => void } {
  const keeper = useRef<DraftKeeper | undefined>(undefined);
  const api = useApi();
  const { load, again } = useLoad<OpenDraft>(`draft ${service} ${id}`, async (client, signal) => {
    const [about, draft] = await Promise.all([
      client.get<ServicePage>(`/services/${service}`, { open: true, signal }),
      client.get<DraftView | ApplicationView>(`/services/${service}/applications/${id}`, { signal }),
    ]);
    if (!about.ok) return about;
    if (!draft.ok) return draft;
    keeper.current?.close();
    keeper.current =
      draft.data.kind === 'draft' ? new DraftKeeper(api, service, draft.data, draft.etag) : undefined;
    return { ...draft, data: { service: about.data, view: draft.data, keeper: keeper.current } };
  });

  useEffect(() => {
    keeper.current?.reopen();
    const hide = () => {
      if (document.visibilityState === 'hidden') void keeper.current?.save();
    };
    const online = () => void keeper.current?.save();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('online', online);
      void keeper.current?.save().then(() => keeper.current?.close());
    };
  }, []);
  return { load, again };
}

const nothing: DraftState = { data: {}, saving: 'saved', conflicts: [] };

/** The draft as it stands, told at every change. */
export function useDraftState(keeper: DraftKeeper): DraftState {
  return useSyncExternalStore(keeper.subscribe, keeper.state, () => nothing);
}
