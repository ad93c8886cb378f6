import { useTexts } from '#portal/theme/language.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign, useValue } from '../design.tsx';
import { DurationField } from '../parts/duration-field.tsx';
import { Tick } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { Begins } from './begins.tsx';
import { Term } from './term.tsx';
import { aboutTexts } from './texts.ts';
import { TitledList } from './titled-list.tsx';

const kinds = ['granted', 'partly', 'refused', 'left', 'withdrawn', 'cancelled', 'draft'] as const;

/** The service as a whole: its name, how one applies, by when it is decided, how long it is kept. */
export function AboutTab() {
  const t = useTexts(aboutTexts);
  const { open, definition } = useDesign();
  const retention = objectOf(objectOf(definition).retention);
  return (
    <fieldset className="d-one" disabled={!open}>
      <legend className="k-hidden">{t('title')}</legend>
      <h2 className="k-h2">{t('title')}</h2>
      <LanguageTexts label={t('name')} at="/title" required />
      <LanguageTexts label={t('summary')} hint={t('summaryHint')} at="/summary" rows={3} required />
      <h2 className="k-h2">{t('start')}</h2>
      <Begins />
      <Ways at="/channels" label={t('channels')} options={['portal', 'counter', 'post', 'api']} />
      <Ways at="/deliver" label={t('deliver')} options={['portal', 'counter', 'post']} />
      <h2 className="k-h2">{t('needs')}</h2>
      <p className="k-hint">{t('needsHint')}</p>
      <TitledList at="/needs" kind="need" />
      <h2 className="k-h2">{t('law')}</h2>
      <TitledList at="/legalBasis" kind="act" />
      <h2 className="k-h2">{t('termTitle')}</h2>
      <Term />
      <h2 className="k-h2">{t('retention')}</h2>
      <p className="k-hint">{t('retentionHint')}</p>
      <div className="d-columns">
        {kinds.map((kind) => (
          <DurationField
            key={kind}
            label={t(kind)}
            at={`/retention/${kind}`}
            calendar
            required={kind in retention}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Ways({
  at,
  label,
  options,
}: {
  at: string;
  label: string;
  options: readonly ('portal' | 'counter' | 'post' | 'api')[];
}) {
  const t = useTexts(aboutTexts);
  const [value, put] = useValue(at);
  const list = listOf(value);
  return (
    <fieldset className="d-ticks d-group">
      <legend>{label}</legend>
      {options.map((one) => (
        <Tick
          key={one}
          label={t(one)}
          checked={list.includes(one)}
          onChange={(on) => put(options.filter((other) => (other === one ? on : list.includes(other))))}
        />
      ))}
    </fieldset>
  );
}
