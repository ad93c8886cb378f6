import { useMemo } from 'react';
import { useLanguage, useTexts } from '#portal/theme/language.tsx';
import { isObject } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FlowPlace } from '../flow/flow-place.ts';
import { stateTitle } from '../flow/titles.ts';
import { Pick } from '../parts/fields.tsx';
import { canvasTexts } from './texts.ts';

/** Which form is on the sheet: the application, or what is entered in a task. Shown where there are several. */
export function WhichForm({ base }: { base: string }) {
  const t = useTexts(canvasTexts);
  const { language } = useLanguage();
  const { definition, goTo } = useDesign();
  const forms = useMemo(
    () =>
      new FlowPlace(definition)
        .everyState()
        .filter(({ state }) => isObject(state.form))
        .map((node): [string, string] => [
          `${node.at}/form`,
          t(node.type === 'party' ? 'ofParty' : 'ofState', { state: stateTitle(node, language) }),
        ]),
    [definition, language, t],
  );
  if (forms.length === 0) return null;
  return (
    <Pick
      tight
      label={t('whichForm')}
      value={base}
      options={[['/form', t('application')], ...forms]}
      onChange={(form) => goTo({ tab: 'form', form })}
    />
  );
}
