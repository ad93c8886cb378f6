import { useLanguage } from '#portal/theme/language.tsx';
import { objectOf } from '../commands/json.ts';
import { unedited } from '../described/control.ts';
import { Controls, Rest } from '../described/controls.tsx';
import { useDesign } from '../design.tsx';
import { everyControl, given, type Sheet } from './sheet.ts';
import { sheetsOf } from './sheets.ts';

/** A described tab of an agency, a registry or a connector. */
export function KindTab({ tab }: { tab: string }) {
  const { keeper, definition, open } = useDesign();
  const sheets = sheetsOf(keeper.kind);
  const sheet = sheets.find((one) => one.tab === tab);
  if (!sheet) return null;
  return (
    <fieldset className="d-one" disabled={!open}>
      <Sections sheet={sheet} />
      {sheet === sheets[0] ? (
        <Rest value={unedited(objectOf(definition), everyControl(sheets), given)} />
      ) : null}
    </fieldset>
  );
}

function Sections({ sheet }: { sheet: Sheet }) {
  const { language } = useLanguage();
  return (
    <>
      {sheet.sections.map(({ words, controls }) => (
        <section key={words.en[0]}>
          <h2 className="k-h2">{words[language][0]}</h2>
          <Controls at="" controls={controls} />
        </section>
      ))}
    </>
  );
}
