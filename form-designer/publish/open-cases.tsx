import { useMemo } from 'react';
import type { DesignerLibrary } from '#core/api/types.ts';
import { reachableStates, rehearsedState } from '#core/case/migration/imagined.ts';
import type { Rehearsed } from '#core/case/migration/rehearse.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { objectOf } from '../commands/json.ts';
import { useLibrary } from '../library.tsx';
import { publishTexts } from './texts.ts';

/**
 * What becomes of the cases that are open on the version published last, by the states they may wait in. `sound`: nothing is wrong with
 * the definition, so that its flow can be gone through.
 */
export function OpenCases({
  source,
  definition,
  version,
  sound,
}: {
  source: unknown;
  definition: unknown;
  version: number | undefined;
  sound: boolean;
}) {
  const t = useTexts(publishTexts);
  const { library } = useLibrary();
  const migrate = objectOf(objectOf(definition).migrate);
  const isFrom = version !== undefined && migrate.from === version;
  const states = useMemo(
    () => (isFrom && sound ? rehearsedStates(source, definition, version, library) : []),
    [isFrom, sound, source, definition, version, library],
  );
  if (!isFrom || states.length === 0) return <p className="k-soft">{t('open')}</p>;
  const of = (result: Rehearsed['result']) => states.filter((one) => one.result === result);
  const changed = of('moves').filter(({ from, to }) => from.join() !== to.join());
  return (
    <section>
      <h3 className="k-h3">{t('openCases', { version })}</h3>
      <p>{t('statesMove', { count: of('moves').length, all: states.length })}</p>
      <States states={changed} />
      <States states={of('stays')} />
      {of('refused').length > 0 ? (
        <Notice kind="warning" title={t('statesStay', { count: of('refused').length })}>
          <States states={of('refused')} />
        </Notice>
      ) : null}
      <p className="k-soft">{t('rehearsedLater')}</p>
    </section>
  );
}

function States({ states }: { states: readonly Rehearsed[] }) {
  const read = useLocalised();
  if (states.length === 0) return null;
  return (
    <ul className="k-list">
      {states.map(({ from, says }) => (
        <li key={from.join()}>{says.map((text) => read(text)).join('. ')}</li>
      ))}
    </ul>
  );
}

/** Every state of the version published last, with what becomes of a case that waits there. */
function rehearsedStates(
  source: unknown,
  definition: unknown,
  version: number,
  { agencies, connectors, registries }: DesignerLibrary,
): Rehearsed[] {
  const runtime = (service: unknown, number: number): ServiceRuntime => ({
    bundle: { ...(service as ServiceRuntime['bundle']), version: number },
    hash: String(number),
    live: { agencies, connectors, registries },
  });
  const [from, to] = [runtime(source, version), runtime(definition, version + 1)];
  return reachableStates(from).map((path) => rehearsedState(from, to, path));
}
