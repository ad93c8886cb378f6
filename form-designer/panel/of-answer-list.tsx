import { under } from '#core/form/pointer.ts';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { useDesign } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { answerLists } from '../form/answer-lists.ts';
import { formPaths } from '../form/titles.ts';
import { useLibrary } from '../library.tsx';
import { Tick } from '../parts/fields.tsx';
import { panelTexts } from './texts.ts';

/** In the form of a service: choices that a registry answers while one fills in, in place of those that are written down. */
export function OfAnswerList({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  const { language } = useLanguage();
  const { open, edit } = useDesign();
  const { library } = useLibrary();
  const at = under(`${form.base}/options`, field.pointer);
  const all = objectOf(form.value('/options'));
  const value = all[field.pointer];
  const lists = answerLists(form.value('/lookups') ?? {}, library as never);
  const gone = Object.keys(all).length > 1 ? at : `${form.base}/options`;
  const [first] = lists;

  /** What was written down gives way: a value that only one of both lists has could never be chosen. */
  function begin(): void {
    const items = objectOf(field.schema.items);
    const written = field.schema.type === 'array' ? items.enum : field.schema.enum;
    const inside = field.schema.type === 'array' ? '/items/enum' : '/enum';
    const words = objectOf(objectOf(form.value('/texts'))[field.pointer]).options;
    const operations: Operation[] = [
      ...(written === undefined ? [] : [{ do: 'take' as const, at: form.schemaAt(`${field.at}${inside}`) }]),
      ...(words === undefined ? [] : [{ do: 'take' as const, at: `${form.textsAt(field.pointer)}/options` }]),
      { do: 'put', at, value: first?.choices ?? 'lookup.items' },
    ];
    edit(operations);
  }

  return (
    <fieldset className="d-group" disabled={!open}>
      <legend className="k-hidden">{t('optionsAnswer')}</legend>
      <Tick
        label={t('optionsAnswer')}
        hint={t(first || value !== undefined ? 'optionsAnswerHint' : 'optionsAnswerNone')}
        checked={value !== undefined}
        disabled={!first && value === undefined}
        onChange={(on) => (on ? begin() : edit([{ do: 'take', at: gone }]))}
      />
      {value === undefined ? null : (
        <FeelField
          label={t('ofCaseList')}
          at={at}
          value={String(value)}
          paths={[
            ...lists.map(({ path, choices }): [string, string] => [choices, path]),
            ...formPaths(form, library.parts, language),
          ]}
          onChange={(next) => edit([{ do: 'put', at, value: next }], { together: at })}
        />
      )}
    </fieldset>
  );
}
