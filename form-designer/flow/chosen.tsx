import { type Localised, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { Tick } from '../parts/fields.tsx';
import { untold } from '../parts/untold.ts';
import type { StateNode } from './flow-place.ts';
import { flowTexts } from './texts.ts';

/** Some of the definition's messages, or of the form's pages. */
export function Chosen({ node, property }: { node: StateNode; property: 'notify' | 'pages' }) {
  const t = useTexts(flowTexts);
  const read = useLocalised();
  const { definition } = useDesign();
  const [value, put] = useValue(`${node.at}/${property}`);
  const whole = objectOf(definition);
  const options: [string, string][] =
    property === 'notify'
      ? Object.entries(objectOf(whole.messages)).map(([name, message]) => [
          name,
          untold(read(objectOf(objectOf(message).subject) as Localised)) || name,
        ])
      : listOf(objectOf(whole.form).pages).map((page) => [
          String(objectOf(page).id),
          read(objectOf(objectOf(page).title) as Localised),
        ]);
  if (options.length === 0) return null;
  const list = listOf(value);
  return (
    <fieldset className="d-group">
      <legend>{t(property)}</legend>
      {options.map(([name, title]) => (
        <Tick
          key={name}
          label={title}
          checked={list.includes(name)}
          onChange={(on) => {
            const next = options
              .map(([one]) => one)
              .filter((one) => (one === name ? on : list.includes(one)));
            put(next.length > 0 ? next : undefined);
          }}
        />
      ))}
    </fieldset>
  );
}
