import { under } from '#core/form/pointer.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { useLibrary } from '../library.tsx';
import type { FlowPlace } from './flow-place.ts';
import { useFlowPaths } from './paths.ts';
import { flowTexts } from './texts.ts';

/** What is sent to a connector: for each name of its input an expression. */
export function InputMap({ flow, at }: { flow: FlowPlace; at: string }) {
  const t = useTexts(flowTexts);
  const { edit } = useDesign();
  const { library } = useLibrary();
  const paths = useFlowPaths(flow);
  const [value] = useValue(at);
  const [connector] = useValue(`${at.slice(0, at.lastIndexOf('/'))}/connector`);
  const known = library.connectors[String(connector ?? '')] as unknown as
    | { input?: { properties?: object } }
    | undefined;
  const map = objectOf(value);
  const all = [...new Set([...Object.keys(known?.input?.properties ?? {}), ...Object.keys(map)])];
  return (
    <fieldset className="d-group">
      <legend>{t('input')}</legend>
      {all.map((name) => (
        <FeelField
          key={name}
          label={name}
          value={String(map[name] ?? '')}
          at={under(at, name)}
          paths={paths}
          onChange={(next) => {
            const place = under(at, name);
            if (next !== '') edit([{ do: 'put', at: place, value: next }], { together: place });
            else if (map[name] !== undefined) edit([{ do: 'take', at: place }]);
          }}
        />
      ))}
    </fieldset>
  );
}
