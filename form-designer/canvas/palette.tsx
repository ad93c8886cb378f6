import { useRef, useState } from 'react';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { useDesign } from '../design.tsx';
import type { FieldType } from '../fields/field-type.ts';
import { useDraggable } from './dragging.ts';
import { canvasTexts } from './texts.ts';

const groups = ['common', 'choice', 'state', 'structure'] as const;

/** The kinds of field that can be added, by a press or by dragging. */
export function Palette({ types, add }: { types: readonly FieldType[]; add: (type: FieldType) => void }) {
  const t = useTexts(canvasTexts);
  const [wide] = useState(() => window.innerWidth >= 1024);
  return (
    <details className="d-palette" open={wide}>
      <summary>
        <h2 className="d-panel__title">{t('palette')}</h2>
      </summary>
      <p className="k-soft">{t('paletteHint')}</p>
      {groups.map((group) => (
        <div key={group} className="d-palette__group">
          <h3 className="d-palette__name">{t(group)}</h3>
          <ul>
            {types
              .filter((type) => type.group === group)
              .map((type) => (
                <Entry key={type.id} type={type} add={add} />
              ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

function Entry({ type, add }: { type: FieldType; add: (type: FieldType) => void }) {
  const read = useLocalised();
  const { open } = useDesign();
  const button = useRef<HTMLButtonElement>(null);
  useDraggable(button, { type: type.id }, open);
  return (
    <li>
      <button ref={button} type="button" className="d-kind" disabled={!open} onClick={() => add(type)}>
        <span className="d-kind__sign" aria-hidden="true">
          {type.sign}
        </span>
        {read(type.title)}
      </button>
    </li>
  );
}
