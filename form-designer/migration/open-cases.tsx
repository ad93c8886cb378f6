import { useMemo } from 'react';
import { useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { type Json, objectOf, same } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { FeelField } from '../feel/feel-field.tsx';
import { useLibrary } from '../library.tsx';
import { beginMigration, noMigration } from './edits.ts';
import { formChanges } from './fields.ts';
import { MovedFields } from './moved-fields.tsx';
import { MovedNames } from './moved-names.tsx';
import { MovedStates } from './moved-states.tsx';
import { lostNames } from './names.ts';
import { rehearsedStates } from './rehearsed.ts';
import { standings } from './states.ts';
import { migrationTexts } from './texts.ts';

const HEADING = 'd-migration';
/** What was pressed goes with what it did: the heading says what stands there now. */
const focusHeading = (): void =>
  void requestAnimationFrame(() => document.getElementById(HEADING)?.focus({ preventScroll: true }));

/**
 * What becomes of the cases that are open on the version published last: said here by the analyst, and rehearsed by the states they may
 * wait in. `sound`: nothing is wrong with the definition, so that its flow can be gone through.
 */
export function OpenCases({
  source,
  version,
  sound,
}: {
  source: Json | undefined;
  version: number | undefined;
  sound: boolean;
}) {
  const t = useTexts(migrationTexts);
  const { definition } = useDesign();
  const { migrate } = objectOf(definition);
  const { from } = objectOf(migrate);
  if (version === undefined || source === undefined)
    return migrate === undefined ? <p className="k-soft">{t('none')}</p> : <Others from={Number(from)} />;
  return (
    <section className="d-migration" aria-labelledby={HEADING}>
      <h3 className="k-h3" id={HEADING} tabIndex={-1}>
        {t('title', { version })}
      </h3>
      {migrate === undefined ? (
        <Stay version={version} />
      ) : from === version ? (
        <Over source={source} version={version} sound={sound} />
      ) : (
        <Others from={Number(from)} version={version} published={same(objectOf(source).migrate, migrate)} />
      )}
    </section>
  );
}

/** Nothing is said: cases stay where they are. */
function Stay({ version }: { version: number }) {
  const t = useTexts(migrationTexts);
  const { open, edit, announce } = useDesign();
  return (
    <>
      <p>{t('stay', { version })}</p>
      {open ? (
        <div className="k-actions">
          <Button
            kind="secondary"
            onClick={() => {
              edit(beginMigration(version));
              announce(t('begun'));
              focusHeading();
            }}
          >
            {t('begin')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** What is said speaks of an earlier version than the last: with which that one was `published`, or which was passed over. */
function Others({
  from,
  version,
  published = false,
}: {
  from: number;
  version?: number;
  published?: boolean;
}) {
  const t = useTexts(migrationTexts);
  const { open, edit } = useDesign();
  return (
    <Notice kind={published ? 'info' : 'warning'} title={t('others', { from })}>
      <p>
        {t(version === undefined ? 'othersUnknown' : published ? 'othersPublished' : 'othersText', {
          from,
          version: version ?? 0,
        })}
      </p>
      {open ? (
        <div className="k-actions">
          {version === undefined ? null : (
            <Button
              kind="secondary"
              onClick={() => {
                edit(beginMigration(version));
                focusHeading();
              }}
            >
              {t('anew', { version })}
            </Button>
          )}
          <End />
        </div>
      ) : null}
    </Notice>
  );
}

/** Takes the migration out again. */
function End() {
  const t = useTexts(migrationTexts);
  const { edit } = useDesign();
  return (
    <Button
      kind="plain"
      onClick={() => {
        edit(noMigration());
        focusHeading();
      }}
    >
      {t('end')}
    </Button>
  );
}

/** How they come over: states, fields, names, which ones, and what that comes to. */
function Over({ source, version, sound }: { source: Json; version: number; sound: boolean }) {
  const t = useTexts(migrationTexts);
  const { definition, open, edit } = useDesign();
  const { library } = useLibrary();
  const rows = useMemo(() => standings(source, definition), [source, definition]);
  const forms = useMemo(
    () => formChanges(source, definition, library.parts),
    [source, definition, library.parts],
  );
  const names = useMemo(() => lostNames(source, definition), [source, definition]);
  const rehearsed = useMemo(
    () => (sound ? rehearsedStates(source, definition, version, library) : undefined),
    [sound, source, definition, version, library],
  );
  const when = objectOf(objectOf(definition).migrate).when;
  return (
    <fieldset disabled={!open}>
      <legend className="k-hidden">{t('title', { version })}</legend>
      <MovedStates rows={rows} rehearsed={rehearsed} version={version} />
      <MovedFields forms={forms} />
      <MovedNames names={names} />
      <FeelField
        label={t('when')}
        hint={t('whenHint')}
        at="/migrate/when"
        value={typeof when === 'string' ? when : ''}
        onChange={(next) => {
          if (next !== '')
            edit([{ do: 'put', at: '/migrate/when', value: next }], { together: '/migrate/when' });
          else if (when !== undefined) edit([{ do: 'take', at: '/migrate/when' }]);
        }}
      />
      <p className="k-soft">{t('rehearsedLater')}</p>
      {open ? <End /> : null}
    </fieldset>
  );
}
