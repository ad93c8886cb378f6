import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { valueAt } from '#core/form/pointer.ts';
import type { EditOptions } from './commands/history.ts';
import type { Json } from './commands/json.ts';
import type { Operation } from './commands/operation.ts';
import type { Keeper, Kept } from './saving/keeper.ts';

/** Where the analyst is in the editor: a tab, and what is chosen in it. */
export interface Place {
  readonly tab: string;
  /** Pointer into the definition, or a name of the tab's own. */
  readonly chosen?: string | undefined;
  /** States of a path to be shown in the drawing of the flow, by where they stand. */
  readonly walked?: readonly string[] | undefined;
  /** Which form is on the sheet: where it stands in the definition; that of the service if not said. */
  readonly form?: string | undefined;
}

interface Design {
  readonly keeper: Keeper;
  /** The definition as it is now. */
  readonly definition: Json;
  /** False where the analyst may only read. */
  readonly open: boolean;
  /** Makes an edit; one that cannot be done changes nothing. */
  readonly edit: (operations: readonly Operation[], options?: EditOptions) => void;
  readonly place: Place;
  readonly goTo: (place: Place) => void;
  /** Says to a screen reader what has happened. */
  readonly announce: (text: string) => void;
}

const Context = createContext<Design | undefined>(undefined);
/** How it stands with the server changes with every save: what draws the definition is not drawn anew for it. */
const KeptContext = createContext<Kept | undefined>(undefined);

export interface DesignProviderProps {
  readonly keeper: Keeper;
  readonly open: boolean;
  readonly place: Place;
  readonly goTo: (place: Place) => void;
  readonly announce: (text: string) => void;
  readonly children: ReactNode;
}

/** Gives every tab of the editor the definition and the one way to change it. */
export function DesignProvider({ keeper, open, place, goTo, announce, children }: DesignProviderProps) {
  const kept = useSyncExternalStore(keeper.subscribe, keeper.state);
  const edit = useCallback(
    (operations: readonly Operation[], options: EditOptions = {}) => {
      if (open) keeper.edit(operations, { place: JSON.stringify(place), ...options });
    },
    [keeper, open, place],
  );
  const { present } = kept.history;
  const design = useMemo<Design>(
    () => ({ keeper, definition: present, open, edit, place, goTo, announce }),
    [keeper, present, open, edit, place, goTo, announce],
  );
  return (
    <KeptContext.Provider value={kept}>
      <Context.Provider value={design}>{children}</Context.Provider>
    </KeptContext.Provider>
  );
}

/** How the definition stands with the server, and every edit that can be taken back. */
export function useKept(): Kept {
  const kept = useContext(KeptContext);
  if (!kept) throw new Error('a tab must stand inside DesignProvider');
  return kept;
}

export function useDesign(): Design {
  const design = useContext(Context);
  if (!design) throw new Error('a tab must stand inside DesignProvider');
  return design;
}

/** A value of the definition, and how to put another there; undefined takes it away. */
export function useValue(pointer: string): [Json | undefined, (value: Json | undefined) => void] {
  const { definition, edit } = useDesign();
  const value = valueAt(definition, pointer) as Json | undefined;
  const put = useCallback(
    (next: Json | undefined) => {
      if (next === undefined) {
        if (value !== undefined) edit([{ do: 'take', at: pointer }]);
      } else if (next !== value) edit([{ do: 'put', at: pointer, value: next }], { together: pointer });
    },
    [pointer, value, edit],
  );
  return [value, put];
}
