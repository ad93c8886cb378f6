import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { Field } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { useLanguages } from '../parts/languages.ts';
import { aboutTexts } from './texts.ts';

/** A list of things with a title: acts that the service rests on (with an address), what one must have. */
export function TitledList({ at, kind }: { at: '/legalBasis' | '/needs'; kind: 'act' | 'need' }) {
  const t = useTexts(aboutTexts);
  const languages = useLanguages();
  const { edit } = useDesign();
  const [value] = useValue(at);
  const list = listOf(value);
  const fresh = {
    title: Object.fromEntries(languages.map((one) => [one, t(kind === 'act' ? 'newAct' : 'newNeed')])),
  };
  return (
    <>
      {list.map((one, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name but their place
        <div key={n} className="d-test">
          <LanguageTexts label={`${t(kind)} ${n + 1}`} at={`${at}/${n}/title`} required />
          {kind === 'act' ? (
            <Field
              tight
              label={t('url')}
              value={String(objectOf(one).url ?? '')}
              onChange={(url) => {
                const place = `${at}/${n}/url`;
                if (url !== '') edit([{ do: 'put', at: place, value: url }], { together: place });
                else if (objectOf(one).url !== undefined) edit([{ do: 'take', at: place }]);
              }}
            />
          ) : null}
          <Button
            kind="plain"
            onClick={() => edit([{ do: 'take', at: list.length === 1 ? at : `${at}/${n}` }])}
          >
            {t('remove', { what: `${t(kind)} ${n + 1}` })}
          </Button>
        </div>
      ))}
      <Button
        kind="secondary"
        onClick={() =>
          edit([
            list.length === 0
              ? { do: 'put', at, value: [fresh] }
              : { do: 'insert', at: `${at}/${list.length}`, value: fresh },
          ])
        }
      >
        {t(kind === 'act' ? 'addAct' : 'addNeed')}
      </Button>
    </>
  );
}
