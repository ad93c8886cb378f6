import { useTexts } from '#portal/theme/language.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { NumberField, Tick } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';
import { useKeyword } from './use-keyword.ts';

const kinds = ['pdf', 'jpeg', 'png', 'tiff', 'docx', 'xlsx'] as const;
const MB = 1024 * 1024;

/** Which files, how many, how large. */
export function FilesGroup(props: GroupProps) {
  const { form, field } = props;
  const t = useTexts(panelTexts);
  const { open, edit } = useDesign();
  const [least, setLeast] = useKeyword(props, 'minItems');
  const [name, found] =
    Object.entries(objectOf(form.value('/files'))).find(([, one]) => objectOf(one).at === field.pointer) ??
    [];
  if (name === undefined) return null;
  const file = objectOf(found);
  const at = `${form.base}/files/${name}`;
  const types = listOf(file.types);
  const setCount = (count: number | undefined) => {
    if (count === undefined || count < 1) return;
    edit(
      [
        { do: 'put', at: `${at}/count`, value: count },
        { do: 'put', at: form.schemaAt(`${field.at}/maxItems`), value: count },
      ],
      { together: `${at}/count` },
    );
  };
  return (
    <fieldset className="d-group" disabled={!open}>
      <legend>{t('files')}</legend>
      <div className="d-ticks">
        {kinds.map((kind) => (
          <Tick
            key={kind}
            label={kind.toUpperCase()}
            checked={types.includes(kind)}
            onChange={(on) =>
              edit([
                {
                  do: 'put',
                  at: `${at}/types`,
                  value: on ? [...types, kind] : types.filter((one) => one !== kind),
                },
              ])
            }
          />
        ))}
      </div>
      <div className="d-pair">
        <NumberField
          tight
          label={t('atLeast')}
          min={0}
          value={typeof least === 'number' ? least : undefined}
          onChange={setLeast}
        />
        <NumberField
          tight
          label={t('atMost')}
          min={1}
          value={typeof file.count === 'number' ? file.count : undefined}
          onChange={setCount}
        />
      </div>
      <NumberField
        tight
        label={t('fileSize')}
        min={1}
        value={typeof file.each === 'number' ? Math.round((file.each / MB) * 10) / 10 : undefined}
        onChange={(megabytes) => {
          if (megabytes)
            edit([{ do: 'put', at: `${at}/each`, value: Math.round(megabytes * MB) }], {
              together: `${at}/each`,
            });
        }}
      />
    </fieldset>
  );
}
