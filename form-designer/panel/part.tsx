import { whole } from '#core/definition/bundle.ts';
import type { JsonSchema, Texts, UiSchema } from '#core/definition/types.ts';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { type Json, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { useDesign } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';
import { useLibrary } from '../library.tsx';
import { panelTexts } from './texts.ts';

/** A shared part: kept as a reference, which changes with the part, or detached, to be changed here. */
export function PartGroup({ form, field }: GroupProps) {
  const t = useTexts(panelTexts);
  const { open, edit } = useDesign();
  const { library } = useLibrary();

  function detach(): void {
    const found = whole(
      {
        schema: { type: 'object', properties: { [field.name]: field.schema } } as JsonSchema,
        ui: {} as UiSchema,
        texts: {} as Texts,
      },
      library,
    );
    const schema =
      objectOf((found.schema as { properties: Record<string, Json> }).properties)[field.name] ?? {};
    const ui = objectOf(found.ui as Json)[field.name];
    const known = objectOf(form.value('/texts'));
    const texts = Object.entries(found.texts as unknown as Record<string, Json>).map(
      ([key, text]) => [field.pointer + key.slice(field.name.length + 1), text] as const,
    );
    const operations: Operation[] = [
      { do: 'put', at: form.schemaAt(field.at), value: schema },
      // what the form says itself stays
      ...(ui !== undefined && form.ui(field.pointer) === undefined
        ? [{ do: 'put' as const, at: form.uiAt(field.pointer), value: ui }]
        : []),
      ...texts
        .filter(([key]) => known[key] === undefined)
        .map(([key, value]) => ({ do: 'put' as const, at: form.textsAt(key), value })),
    ];
    edit(operations);
  }

  return (
    <div className="d-group">
      <p className="d-group__title">{t('part')}</p>
      <p className="k-hint">{t('partHint')}</p>
      {open ? (
        <Button kind="secondary" onClick={detach}>
          {t('detach')}
        </Button>
      ) : null}
    </div>
  );
}
