import { useId, useState } from 'react';
import type { DefinitionLine, Listed } from '#core/api/types.ts';
import { useLoad } from '#portal/shell/load.ts';
import { Loaded, Page } from '#portal/shell/page.tsx';
import { Link } from '#portal/shell/router.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Empty } from '#portal/theme/parts/waiting.tsx';
import { homeTexts } from './home-texts.ts';
import { Line } from './line.tsx';

const kinds = ['service', 'registry', 'connector', 'agency'] as const;
const plural = {
  service: 'services',
  registry: 'registries',
  connector: 'connectors',
  agency: 'agencies',
} as const;

/** Every definition of the four kinds, with its state. */
export function HomePage() {
  const t = useTexts(homeTexts);
  const { load, again } = useLoad('definitions', (api, signal) =>
    api.get<Listed<DefinitionLine>>('/definitions', { signal }),
  );
  return (
    <Page title={t('title')} wide>
      <p className="k-lead">{t('lead')}</p>
      <Loaded load={load} again={again}>
        {({ items }) => <List lines={items} />}
      </Loaded>
    </Page>
  );
}

function List({ lines }: { lines: readonly DefinitionLine[] }) {
  const t = useTexts(homeTexts);
  const read = useLocalised();
  const id = useId();
  const [kind, setKind] = useState<'all' | DefinitionLine['kind']>('all');
  const [sought, setSought] = useState('');
  const words = sought.trim().toLowerCase();
  const found = lines.filter(
    (line) =>
      (kind === 'all' || line.kind === kind) &&
      (words === '' ||
        [...Object.values(line.title), line.id].some((text) => text.toLowerCase().includes(words))),
  );
  return (
    <>
      <div className="d-tools">
        <div>
          <label className="k-label" htmlFor={`${id}-search`}>
            {t('search')}
          </label>
          <input
            id={`${id}-search`}
            className="k-input"
            type="search"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </div>
        <div>
          <label className="k-label" htmlFor={`${id}-kind`}>
            {t('kind')}
          </label>
          <select
            id={`${id}-kind`}
            className="k-select"
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
          >
            <option value="all">{t('all')}</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(plural[one])}
              </option>
            ))}
          </select>
        </div>
        <Link href="/new" className="k-button k-button--primary">
          {t('new')}
        </Link>
      </div>
      {found.length === 0 ? (
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
        </Empty>
      ) : null}
      {kinds.map((one) => {
        const here = found
          .filter((line) => line.kind === one)
          .sort((a, b) => read(a.title).localeCompare(read(b.title), 'uk'));
        return here.length === 0 ? null : (
          <section key={one} aria-labelledby={`${id}-${one}`}>
            <h2 id={`${id}-${one}`} className="k-h2">
              {t(plural[one])}
            </h2>
            <ul className="d-lines">
              {here.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
