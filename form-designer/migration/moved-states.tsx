import type { Rehearsed } from '#core/case/migration/rehearse.ts';
import { say, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Notice } from '#portal/theme/parts/notice.tsx';
import { type JsonObject, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { kindOfState } from '../flow/kinds.ts';
import { stateTitle } from '../flow/titles.ts';
import { Pick } from '../parts/fields.tsx';
import { LanguageTexts } from '../parts/language-texts.tsx';
import { useLanguages } from '../parts/languages.ts';
import { carryState, renaming } from './edits.ts';
import { fateOf, type LostBranch, pathOf, type Standing } from './states.ts';
import { migrationTexts } from './texts.ts';

/** Where cases go from each state: those asked for that do not go on by themselves, the others to be opened. */
export function MovedStates({
  rows,
  rehearsed,
  version,
}: {
  rows: readonly Standing[];
  rehearsed: readonly Rehearsed[] | undefined;
  version: number;
}) {
  const t = useTexts(migrationTexts);
  const asked = rows.filter((row) => row.asked);
  const others = rows.filter((row) => !row.asked);
  const resultAt = (row: Standing) => rehearsed?.find(({ from }) => from.includes(pathOf(row.node.at)));
  const list = (some: readonly Standing[]) => (
    <ul className="d-carried">
      {some.map((row) => (
        <Row key={row.node.at} row={row} rehearsed={resultAt(row)} version={version} />
      ))}
    </ul>
  );
  return (
    <>
      <h4 className="d-group__title">{t('states')}</h4>
      <p className="k-hint">{t(asked.length > 0 ? 'statesAsked' : 'statesAlike')}</p>
      {list(asked)}
      {others.length > 0 ? (
        <details>
          <summary>{t('statesSame', { count: others.length })}</summary>
          {list(others)}
        </details>
      ) : null}
      {rehearsed ? <Outcome rehearsed={rehearsed} /> : null}
    </>
  );
}

/** What all of it comes to. */
function Outcome({ rehearsed }: { rehearsed: readonly Rehearsed[] }) {
  const t = useTexts(migrationTexts);
  const read = useLocalised();
  const refused = rehearsed.filter(({ result }) => result === 'refused');
  const moves = rehearsed.filter(({ result }) => result === 'moves').length;
  return (
    <div role="status">
      <p>{t('outcome', { moves, all: rehearsed.length })}</p>
      {refused.length > 0 ? (
        <Notice kind="warning" title={t('refused', { count: refused.length })}>
          <ul className="k-list">
            {refused.map(({ from, says }) => (
              <li key={from.join()}>{says.map((text) => read(text)).join('. ')}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}

function Row({
  row,
  rehearsed,
  version,
}: {
  row: Standing;
  rehearsed: Rehearsed | undefined;
  version: number;
}) {
  const t = useTexts(migrationTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  const { definition, edit } = useDesign();
  const languages = useLanguages();
  const { node } = row;
  const migrate = objectOf(objectOf(definition).migrate);
  const title = stateTitle(node, language);
  const fate = fateOf(row, migrate);
  const why: JsonObject = Object.fromEntries(
    languages.map((one) => [one, say(migrationTexts, one === 'en' ? 'en' : 'uk', 'whySample')]),
  );
  return (
    <li className={fate === '' ? 'd-carried__one d-carried__one--open' : 'd-carried__one'}>
      <Pick
        tight
        label={t('from', { state: title })}
        hint={read(kindOfState(node.type)?.title) || node.type}
        mistake={fate === '' ? t(row.now.goes === 'asked' ? 'asksElse' : 'noState') : undefined}
        value={fate}
        none={fate === '' || row.now.goes !== 'yes' ? t('unsaid') : undefined}
        options={[
          ...row.goOn.map((to): [string, string] => [
            `on ${to.name}`,
            t('goOn', { state: stateTitle(to, language) }),
          ]),
          ...row.enter.map((to): [string, string] => [
            `enter ${to.name}`,
            t('enter', { state: stateTitle(to, language) }),
          ]),
          ['stays', t('stays', { version })],
        ]}
        onChange={(next) => edit(carryState(migrate, node.name, next, why))}
      />
      {row.branches.map((branch) => (
        <Branch key={branch.name} branch={branch} migrate={migrate} />
      ))}
      {fate === 'stays' ? (
        <LanguageTexts label={t('why')} at={`/migrate/states/${node.name}/stays`} rows={2} required />
      ) : null}
      {rehearsed?.result === 'moves' && fate.startsWith('enter') ? (
        <p className="k-hint">
          {rehearsed.says
            .slice(1)
            .map((text) => read(text))
            .join('. ')}
        </p>
      ) : null}
    </li>
  );
}

/** A branch that is no more there: by what name it goes on. */
function Branch({ branch, migrate }: { branch: LostBranch; migrate: JsonObject }) {
  const t = useTexts(migrationTexts);
  const { edit } = useDesign();
  const now = objectOf(migrate.renamed)[branch.name];
  return (
    <Pick
      tight
      label={t('branch', { name: branch.name })}
      hint={branch.fresh.length === 0 ? t('branchNone') : undefined}
      value={typeof now === 'string' ? now : ''}
      none={t('unsaid')}
      options={branch.fresh.map((one) => [one, one])}
      onChange={(next) => edit(renaming(migrate, branch.name, next))}
    />
  );
}
