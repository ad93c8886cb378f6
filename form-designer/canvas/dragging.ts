import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';

/** What is dragged: a field of the form, or a kind of field from the palette. */
export type Dragged = { readonly field: string } | { readonly type: string };

/** Where on a block something would be dropped. */
export type Edge = 'before' | 'after';

/** Lets an element be dragged. */
export function useDraggable(ref: RefObject<HTMLElement | null>, what: Dragged, can: boolean): boolean {
  const [dragging, setDragging] = useState(false);
  const key = JSON.stringify(what);
  useEffect(() => {
    const element = ref.current;
    if (!element || !can) return undefined;
    return draggable({
      element,
      getInitialData: () => JSON.parse(key) as Record<string, unknown>,
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [ref, key, can]);
  return dragging;
}

/** Lets things be dropped on an element; answers at which edge they would land while they hover over it. */
export function useDropTarget(
  ref: RefObject<HTMLElement | null>,
  { drop, can, whole = false }: { drop: (what: Dragged, edge: Edge) => void; can: boolean; whole?: boolean },
): Edge | null {
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || !can) return undefined;
    const edgeAt = (y: number): Edge => {
      const { top, height } = element.getBoundingClientRect();
      return !whole && y < top + height / 2 ? 'before' : 'after';
    };
    return combine(
      dropTargetForElements({
        element,
        onDrag: ({ location, self }) => {
          const inner = location.current.dropTargets[0];
          setEdge(inner?.element === self.element ? edgeAt(location.current.input.clientY) : null);
        },
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, location, self }) => {
          setEdge(null);
          // the innermost takes it
          if (location.current.dropTargets[0]?.element !== self.element) return;
          drop(source.data as Dragged, edgeAt(location.current.input.clientY));
        },
      }),
    );
  }, [ref, drop, can, whole]);
  return edge;
}
