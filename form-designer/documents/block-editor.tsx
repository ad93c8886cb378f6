import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { TemplateTexts } from './template-texts.tsx';
import { papersTexts } from './texts.ts';

interface BlockProps {
  readonly at: string;
  readonly paths: readonly (readonly [path: string, label: string])[];
}

/** What can be set of a block. */
export function BlockEditor({ at, paths }: BlockProps) {
  const t = useTexts(papersTexts);
  const [value] = useValue(at);
  const block = objectOf(value);
  const when =
    block.when === undefined ? null : <Expression at={`${at}/when`} label={t('when')} paths={paths} />;
  switch (block.type) {
    case 'heading':
    case 'text':
      return (
        <>
          <TemplateTexts
            label={t('words')}
            at={`${at}/text`}
            rows={block.type === 'text' ? 3 : 1}
            paths={paths}
          />
          {when}
        </>
      );
    case 'fields':
      return (
        <>
          <Rows
            at={`${at}/rows`}
            paths={paths}
            title={t('rowTitle')}
            value={t('rowValue')}
            add={t('addRow')}
            first="case.reference"
          />
          {when}
        </>
      );
    case 'table':
      return (
        <>
          <Expression at={`${at}/each`} label={t('each')} paths={paths} />
          <Rows
            at={`${at}/columns`}
            paths={paths}
            title={t('columnTitle')}
            value={t('columnValue')}
            add={t('addColumn')}
            first="item.name"
          />
          {when}
        </>
      );
    case 'qr':
      return <LanguageTexts label={t('caption')} at={`${at}/caption`} />;
    case 'signature':
      return <LanguageTexts label={t('signedBy')} at={`${at}/by`} />;
    case 'pageBreak':
      return null;
    default:
      return <p className="k-soft">{t('asJson')}</p>;
  }
}

function Expression({ at, label, paths }: BlockProps & { label: string }) {
  const [value, put] = useValue(at);
  return (
    <FeelField
      label={label}
      value={typeof value === 'string' ? value : ''}
      at={at}
      paths={paths}
      onChange={put}
    />
  );
}

/** Labels with their data: the rows of `fields`, the columns of `table`. */
function Rows({
  at,
  paths,
  title,
  value,
  add,
  first,
}: BlockProps & { title: string; value: string; add: string; first: string }) {
  const t = useTexts(papersTexts);
  const { edit } = useDesign();
  const [rows] = useValue(at);
  const list = listOf(rows);
  return (
    <>
      {list.map((_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <div key={n} className="d-test">
          <LanguageTexts label={title} at={`${at}/${n}/title`} required />
          <Expression at={`${at}/${n}/value`} label={value} paths={paths} />
          {list.length > 1 ? (
            <Button kind="plain" onClick={() => edit([{ do: 'take', at: `${at}/${n}` }])}>
              {t('removeOf', { what: `${title} ${n + 1}` })}
            </Button>
          ) : null}
        </div>
      ))}
      <Button
        kind="plain"
        onClick={() =>
          edit([
            {
              do: 'insert',
              at: `${at}/${list.length}`,
              value: { title: { uk: 'Назва', en: 'Label' }, value: first },
            },
          ])
        }
      >
        {add}
      </Button>
    </>
  );
}
