import { useEffect, useState } from 'react';
import { type Place, wayDown } from '#core/reference/places.ts';
import { useLanguage } from '#portal/theme/language.tsx';
import type { Api } from './api.ts';
import { useApi } from './app.tsx';

type Territories = (parent: string) => Promise<readonly Place[]>;

const known = new WeakMap<Api, Territories>();

/** Asks an API for the places under a parent, each list once. */
function asking(api: Api): Territories {
  const kept = new Map<string, ReturnType<Territories>>();
  return (parent: string) => {
    const before = kept.get(parent);
    if (before) return before;
    const asked = api
      .get<{ items: readonly Place[] }>('/territories', { query: { parent }, open: true })
      .then((answer) => {
        if (answer.ok) return answer.data.items;
        kept.delete(parent);
        throw new Error('the territories did not come');
      });
    kept.set(parent, asked);
    return asked;
  };
}

/** The places under a parent: each list is asked for once, however many fields of the page want it. */
export function useTerritories(): Territories {
  const api = useApi();
  const ask = known.get(api) ?? asking(api);
  known.set(api, ask);
  return ask;
}

/** The way down to a place: «місто Київ, Шевченківський район». */
export function PlaceName({ code }: { code: string }) {
  const ask = useTerritories();
  const { language } = useLanguage();
  const [name, setName] = useState('…');
  useEffect(() => {
    let left = false;
    wayDown(code, language, ask)
      .catch(() => code)
      .then((words) => {
        if (!left) setName(words);
      });
    return () => {
      left = true;
    };
  }, [code, language, ask]);
  return <>{name}</>;
}
