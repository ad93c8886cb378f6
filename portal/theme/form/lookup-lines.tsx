import { within } from '#core/form/pointer.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { textOf, useLanguage, useTexts } from '../language.tsx';
import { Button } from '../parts/button.tsx';
import { formTexts } from './form-texts.ts';
import { labelOf } from './label.ts';
import type { Looked } from './use-lookups.ts';

interface LinesProps {
  readonly form: FormDefinition;
  readonly looked: readonly Looked[];
  /** Fields of the page: only what concerns them is told. Without it, everything. */
  readonly fields?: readonly string[];
  /** A value as it is read. */
  readonly show: (pointer: string, value: unknown) => string;
  readonly again: (name: string) => void;
  /** Takes the registry's values instead of what is entered. */
  readonly take: (values: Readonly<Record<string, unknown>>) => void;
}

/** What registries are asked and what they said, told as it comes; what to do where one gives no answer. */
export function LookupLines({ looked, fields, ...rest }: LinesProps) {
  const shown = fields
    ? looked.filter((one) =>
        one.fields.some((pointer) =>
          fields.some((field) => within(pointer, field) || within(field, pointer)),
        ),
      )
    : looked;
  return (
    <div role="status">
      {shown.filter(isTold).map((one) => (
        <LookupLine key={one.name} one={one} {...rest} />
      ))}
    </div>
  );
}

/** A list that came, or is coming, is told at the fields that choose from it. */
const isTold = (one: Looked): boolean =>
  !one.isList || one.state === 'unanswered' || Object.keys(one.found).length > 0;

const kinds = { asking: 'info', answered: 'success', unanswered: 'warning' } as const;

function LookupLine({
  form,
  one,
  show,
  again,
  take,
}: Omit<LinesProps, 'looked' | 'fields'> & { one: Looked }) {
  const t = useTexts(formTexts);
  const { language } = useLanguage();
  const lookup = form.lookups?.[one.name];
  const registry = textOf(lookup?.title, language) || one.name;
  const told = Object.entries(one.found).filter(([pointer]) => !one.different.includes(pointer));
  const values = (entries: readonly (readonly [string, unknown])[]) =>
    entries
      .map(([pointer, value]) => `${labelOf(form, pointer, language)}: ${show(pointer, value)}`)
      .join('; ');
  const other = Object.fromEntries(one.different.map((pointer) => [pointer, one.found[pointer]]));
  const differs = one.different.length > 0;
  const kind = differs && lookup?.whenDifferent !== 'ignore' ? 'warning' : kinds[one.state];
  return (
    <div className={`k-notice k-notice--${kind}`} data-lookup={one.name} data-state={one.state}>
      <p className="k-notice__title">{registry}</p>
      {one.state === 'asking' ? (
        <p>
          <span className="k-spinner" aria-hidden="true" /> {t('lookupAsking')}
        </p>
      ) : null}
      {one.state === 'unanswered' ? (
        <>
          <p>{one.why ?? t(one.isList ? 'lookupNoList' : 'lookupUnanswered')}</p>
          <Button kind="secondary" label={`${t('lookupAgain')}: ${registry}`} onClick={() => again(one.name)}>
            {t('lookupAgain')}
          </Button>
        </>
      ) : null}
      {one.state === 'answered' && told.length > 0 ? <p>{t('lookupFound', { what: values(told) })}</p> : null}
      {differs ? (
        <>
          <p>{t('lookupDiffers', { what: values(Object.entries(other)) })}</p>
          {lookup?.whenDifferent === 'refuse' ? <p>{t('lookupMustAgree')}</p> : null}
          {(lookup?.whenDifferent ?? 'tellOfficer') === 'tellOfficer' ? (
            <p>{t('lookupOfficerSees')}</p>
          ) : null}
          <Button kind="secondary" onClick={() => take(other)}>
            {t('lookupTake')}
          </Button>
        </>
      ) : null}
      {one.state === 'answered' && told.length === 0 && !differs ? (
        <p>{t(lookup?.fills && Object.keys(lookup.fills).length > 0 ? 'lookupNothing' : 'lookupAnswered')}</p>
      ) : null}
    </div>
  );
}
