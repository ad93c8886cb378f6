import { useDeferredValue, useMemo } from 'react';
import { useDesign } from '../design.tsx';
import { FlowPlace } from '../flow/flow-place.ts';
import { useFlowPaths } from '../flow/paths.ts';
import { useLibrary } from '../library.tsx';
import { Documents } from './documents.tsx';
import { Messages } from './messages.tsx';
import { sampleNames } from './sample-names.ts';

/** What is issued and what people are told, with previews of sample data. */
export function PapersTab() {
  const { definition, keeper } = useDesign();
  const { library } = useLibrary();
  const flow = useMemo(() => new FlowPlace(definition), [definition]);
  const known = useFlowPaths(flow);
  // a case is played anew for the previews, but not for each key
  const settled = useDeferredValue(definition);
  const sample = useMemo(() => {
    try {
      return sampleNames(library, keeper.id, settled);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }, [library, keeper.id, settled]);
  const paths: readonly (readonly [string, string])[] = [
    ['case.reference', '№'],
    ['agency.title', '…'],
    ['today', '…'],
    ...known,
  ];
  return (
    <div className="d-wide">
      <Documents sample={sample} paths={paths} />
      <Messages sample={sample} paths={paths} />
    </div>
  );
}
