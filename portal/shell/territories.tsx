import { useEffect, useState } from 'react';
import type { Territory } from '#portal/theme/form/form-context.ts';
import { stem } from '#portal/theme/form/stem.ts';
import { useApi } from './app.tsx';

type Territories = (parent: string) => Promise<readonly { code: string; name: string; category: string }[]>;

/** The places under a parent, each list asked for once. */
export function useTerritories(): Territories {
  const api = useApi();
  const [ask] = useState<Territories>(() => {
    const kept = new Map<string, ReturnType<Territories>>();
    return (parent: string) => {
      const known = kept.get(parent);
      if (known) return known;
      const asked = api
        .get<{ items: readonly { code: string; name: string; category: string }[] }>('/territories', {
          query: { parent },
          open: true,
        })
        .then((answer) => {
          if (answer.ok) return answer.data.items;
          kept.delete(parent);
          throw new Error('the territories did not come');
        });
      kept.set(parent, asked);
      return asked;
    };
  });
  return ask;
}

/** The way down to a place: «Київ, Шевченківський район». */
export function PlaceName({ code }: { code: string }) {
  const ask = useTerritories();
  const [name, setName] = useState('…');
  useEffect(() => {
    let left = false;
    const walk = async () => {
      const found: string[] = [];
      let parent = '';
      for (let depth = 0; depth < 6; depth += 1) {
        const places: readonly Territory[] = await ask(parent);
        const next = places.find((place) => code.startsWith(stem(place.code)));
        if (!next) break;
        found.push(next.name);
        if (next.code === code) break;
        parent = next.code;
      }
      if (!left) setName(found.join(', ') || code);
    };
    walk().catch(() => {
      if (!left) setName(code);
    });
    return () => {
      left = true;
    };
  }, [code, ask]);
  return <>{name}</>;
}
