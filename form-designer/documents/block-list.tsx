import { useState } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf, shifted } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { Pick } from '../parts/fields.tsx';
import { BlockEditor } from './block-editor.tsx';
import { type BlockKind, blockKinds, madeBlock } from './blocks.ts';
import { papersTexts } from './texts.ts';

const none: readonly (readonly [string, string])[] = [];

/** The blocks of a document or of what is made public, in their order. */
export function BlockList({
  at,
  paths = none,
}: {
  at: string;
  paths?: readonly (readonly [path: string, label: string])[];
}) {
  const t = useTexts(papersTexts);
  const { edit } = useDesign();
  const [value] = useValue(at);
  const body = listOf(value);
  const [kind, setKind] = useState<BlockKind>('text');
  const word = (type: unknown): string =>
    t(
      (
        [
          'heading',
          'text',
          'fields',
          'table',
          'columns',
          'image',
          'chart',
          'qr',
          'signature',
          'pageBreak',
        ] as const
      ).find((one) => one === type) ?? 'text',
    );
  return (
    <>
      <ol className="d-blocklist">
        {body.map((block, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place
          <li key={n}>
            <details className="d-entry">
              <summary>{t('block', { n: n + 1, kind: word(objectOf(block).type) })}</summary>
              <BlockEditor at={`${at}/${n}`} paths={paths} />
              <div className="d-option__acts">
                <button
                  type="button"
                  className="d-icon"
                  aria-label={t('up', { n: n + 1 })}
                  disabled={n === 0}
                  onClick={() => edit([{ do: 'put', at, value: shifted(body, n, n - 1) }])}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="d-icon"
                  aria-label={t('down', { n: n + 1 })}
                  disabled={n === body.length - 1}
                  onClick={() => edit([{ do: 'put', at, value: shifted(body, n, n + 1) }])}
                >
                  ↓
                </button>
                <button
                  type="button"
                  className="d-icon"
                  aria-label={t('removeBlock', { n: n + 1 })}
                  disabled={body.length < 2}
                  onClick={() => edit([{ do: 'take', at: `${at}/${n}` }])}
                >
                  ×
                </button>
              </div>
            </details>
          </li>
        ))}
      </ol>
      <div className="d-addkind">
        <Pick
          tight
          label={t('blockKind')}
          value={kind}
          options={blockKinds.map((one) => [one, t(one)])}
          onChange={(next) => setKind(next as BlockKind)}
        />
        <Button
          kind="secondary"
          onClick={() => edit([{ do: 'insert', at: `${at}/${body.length}`, value: madeBlock(kind) }])}
        >
          {t('addBlock')}
        </Button>
      </div>
    </>
  );
}
