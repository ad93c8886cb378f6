import { useId, useState } from 'react';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { caseApi } from '../../paths.ts';
import { Field } from './fields.tsx';
import { SideForm } from './side-form.tsx';
import { actTexts } from './texts.ts';
import type { WholeProps } from './whole-props.ts';

/** Issues a duplicate of a document that is valid, to a person who came for it. */
export function Duplicate({ of, etag, onActed }: WholeProps) {
  const t = useTexts(actTexts);
  const read = useLocalised();
  const id = useId();
  const [document, setDocument] = useState('');
  return (
    <SideForm
      title={t('duplicate')}
      needs={[{ id, text: t('chooseDocument'), met: document !== '' }]}
      send={{ path: caseApi(of.service, of.id, 'duplicate'), body: { document }, ifMatch: etag }}
      confirm={{ title: t('duplicateSure'), text: t('duplicateText') }}
      onActed={onActed}
      onDone={() => setDocument('')}
    >
      {(mistake) => (
        <Field id={id} label={t('duplicateOf')} mistake={mistake(id)}>
          {(described) => (
            <select
              id={id}
              className="k-select"
              value={document}
              aria-describedby={described}
              onChange={(event) => setDocument(event.target.value)}
            >
              <option value="">—</option>
              {of.documents
                .filter(({ state, coming }) => state === undefined && coming === undefined)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {[read(one.title), one.number ? `№ ${one.number}` : ''].filter(Boolean).join(' ')}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
    </SideForm>
  );
}
