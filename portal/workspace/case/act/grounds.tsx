import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import type { GroundView } from '../../view.ts';
import { Choice, Group } from './fields.tsx';
import { actTexts } from './texts.ts';

/** The closed list of reasons in law, each with its act and what the applicant can do about it. */
export function Grounds({
  id,
  grounds,
  chosen,
  mistake,
  onChange,
}: {
  id: string;
  grounds: readonly GroundView[];
  chosen: readonly string[];
  mistake?: string | undefined;
  onChange: (chosen: readonly string[]) => void;
}) {
  const t = useTexts(actTexts);
  const read = useLocalised();
  return (
    <Group id={id} legend={t('grounds')} hint={t('groundsHint')} mistake={mistake}>
      {grounds.map((ground) => (
        <Choice
          key={ground.id}
          type="checkbox"
          id={`${id}-${ground.id}`}
          label={read(ground.title)}
          hint={
            <>
              {ground.act}
              {ground.mend ? `. ${read(ground.mend)}` : ''}
            </>
          }
          checked={chosen.includes(ground.id)}
          onChange={(on) => onChange(on ? [...chosen, ground.id] : chosen.filter((one) => one !== ground.id))}
        />
      ))}
    </Group>
  );
}
