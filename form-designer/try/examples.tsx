import { useEffect, useState } from 'react';
import type { Tried } from '#core/case/scenario-problems.ts';
import { actionTitle, titleOf } from '#core/case/titles.ts';
import type { Problem, Scenario, Service } from '#core/definition/types.ts';
import { stateAt } from '#core/flow/states.ts';
import { CommandProblem } from '#portal/shell/page.tsx';
import type { Problem as Failure } from '#portal/shell/problem.ts';
import { type Localised, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { Tag } from '#portal/theme/parts/tag.tsx';
import { useDesign } from '../design.tsx';
import { Field } from '../parts/fields.tsx';
import type { Scenarios } from '../problems/use-check.ts';
import { exampleTitle, type KeptExamples } from './kept-examples.ts';
import { tryTexts } from './texts.ts';

/** How examples went, by name; of a definition or example that was changed since nothing is known. */
type Results = { readonly of: readonly unknown[]; readonly by: { readonly [name: string]: Tried } };

/** The examples kept beside the draft: played one by one or all, opened, renamed, removed. */
export function Examples({
  kept,
  play,
  sound,
  openOne,
}: {
  kept: KeptExamples;
  play: (scenarios: Scenarios) => Promise<readonly Tried[]>;
  sound: boolean;
  openOne: (scenario: Scenario) => void;
}) {
  const t = useTexts(tryTexts);
  const { definition, open, announce } = useDesign();
  const { scenarios, save } = kept;
  const [results, setResults] = useState<Results>({ of: [], by: {} });
  const [failure, setFailure] = useState<Failure>();
  const known = results.of[0] === definition && results.of[1] === scenarios ? results.by : {};
  const names = Object.keys(scenarios);

  async function playThese(these: Scenarios): Promise<void> {
    const tried = await play(these);
    const found = Object.fromEntries(tried.map((one) => [one.name, one]));
    setResults({ of: [definition, scenarios], by: { ...known, ...found } });
    const bad = tried.filter(({ problems }) => problems.length > 0).length;
    announce(t('played', { count: tried.length, bad }));
  }
  const keep = async (next: Scenarios): Promise<void> => setFailure(await save(next));

  return (
    <section className="d-examples">
      <h3 className="k-h3">{t('examples')}</h3>
      <CommandProblem problem={failure} />
      {names.length === 0 ? <p className="k-soft">{t('noExamples')}</p> : null}
      {names.length > 0 && !sound ? <p className="k-hint">{t('mendFirst')}</p> : null}
      <ul className="d-examples__list">
        {Object.entries(scenarios).map(([name, scenario]) => (
          <Example
            key={name}
            {...{ name, scenario, sound, open }}
            tried={known[name]}
            play={() => void playThese({ [name]: scenario })}
            show={() => openOne(scenario)}
            rename={(title) => void keep({ ...scenarios, [name]: { ...scenario, title } })}
            remove={() =>
              void keep(Object.fromEntries(Object.entries(scenarios).filter(([one]) => one !== name)))
            }
          />
        ))}
      </ul>
      {names.length > 1 ? (
        <Button kind="secondary" disabled={!sound} onClick={() => void playThese(scenarios)}>
          {t('playAll')}
        </Button>
      ) : null}
    </section>
  );
}

function Example(props: {
  name: string;
  scenario: Scenario;
  tried: Tried | undefined;
  sound: boolean;
  open: boolean;
  play: () => void;
  show: () => void;
  rename: (title: { uk: string; en: string }) => void;
  remove: () => void;
}) {
  const t = useTexts(tryTexts);
  const read = useLocalised();
  const [renaming, setRenaming] = useState<string>();
  const { name, scenario, tried, sound, open } = props;
  const title = exampleTitle(name, scenario, read);
  return (
    <li className="d-examples__one">
      <p>
        <strong>{title}</strong> <Result tried={tried} />
      </p>
      <Why tried={tried} scenario={scenario} />
      {renaming === undefined ? (
        <div className="d-acts">
          <Button kind="secondary" label={t('playTitle', { title })} disabled={!sound} onClick={props.play}>
            {t('play')}
          </Button>
          <Button kind="secondary" label={t('openTitle', { title })} disabled={!sound} onClick={props.show}>
            {t('open')}
          </Button>
          {open ? (
            <>
              <Button kind="plain" label={t('renameTitle', { title })} onClick={() => setRenaming(title)}>
                {t('rename')}
              </Button>
              <Button kind="plain" label={t('removeTitle', { title })} onClick={props.remove}>
                {t('remove')}
              </Button>
            </>
          ) : null}
        </div>
      ) : (
        <>
          <Field tight label={t('keepTitle')} value={renaming} onChange={setRenaming} />
          <div className="d-acts">
            <Button
              kind="secondary"
              disabled={renaming.trim() === ''}
              onClick={() => {
                props.rename({ uk: renaming.trim(), en: renaming.trim() });
                setRenaming(undefined);
              }}
            >
              {t('save')}
            </Button>
            <Button kind="plain" onClick={() => setRenaming(undefined)}>
              {t('cancel')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

/** Whether an example holds. */
function Result({ tried }: { tried: Tried | undefined }) {
  const t = useTexts(tryTexts);
  if (!tried) return <Tag>{t('notPlayed')}</Tag>;
  return tried.problems.length === 0 ? (
    <Tag kind="good">{t('passes')}</Tag>
  ) : (
    <Tag kind="bad">{t('differs')}</Tag>
  );
}

/** Where an example goes another way, in words: the step, what came of it, how to mend it. */
function Why({ tried, scenario }: { tried: Tried | undefined; scenario: Scenario }) {
  const read = useLocalised();
  const where = useStepWords();
  return (tried?.problems ?? []).map((problem) => (
    <p key={`${problem.pointer} ${problem.code}`}>
      {where(problem, scenario)} {read(problem.message as Localised)}.{' '}
      <span className="k-soft">{read(problem.hint as Localised)}.</span>
    </p>
  ));
}

/** The step of an example that a problem is about: its number, the state and what was done there. */
function useStepWords(): (problem: Problem, scenario: Scenario) => string {
  const t = useTexts(tryTexts);
  const read = useLocalised();
  const { definition } = useDesign();
  const { flow } = definition as unknown as Service;
  return ({ pointer }, { steps }) => {
    if (pointer.startsWith('/form')) return t('atForm');
    const n = Number(/^\/steps\/(\d+)/.exec(pointer)?.[1] ?? -1);
    const step = steps[n];
    if (!step) return '';
    const stateOf = (path: string) => {
      const state = stateAt(flow, path);
      return read(titleOf(state, path.split('/').at(-1) ?? path) as Localised);
    };
    if ('passes' in step) return t('atStep', { n: n + 1, what: t('passesBy') });
    if ('tells' in step) return t('atStep', { n: n + 1, what: t('tellsOf') });
    if ('answer' in step) return t('atStep', { n: n + 1, what: `«${stateOf(step.answer)}»` });
    if ('do' in step) return t('atStep', { n: n + 1, what: step.do });
    const state = stateAt(flow, step.at) as { actions?: Record<string, { title?: object }> } | undefined;
    const action = read(actionTitle(state?.actions?.[step.act] ?? {}, step.act) as Localised);
    return t('atStep', { n: n + 1, what: `«${stateOf(step.at)}»: ${action}` });
  };
}

/** All examples with their results, as publishing shows them: played anew whenever the definition is another. */
export function ExampleResults({
  scenarios,
  tried,
}: {
  scenarios: Scenarios;
  tried: readonly Tried[] | undefined;
}) {
  const read = useLocalised();
  return (
    <ul className="d-examples__list">
      {Object.entries(scenarios).map(([name, scenario]) => {
        const one = tried?.find((found) => found.name === name);
        return (
          <li key={name} className="d-examples__one">
            <p>
              <strong>{exampleTitle(name, scenario, read)}</strong> <Result tried={one} />
            </p>
            <Why tried={one} scenario={scenario} />
          </li>
        );
      })}
    </ul>
  );
}

/** How all examples go through the definition as it is; undefined until they were played. */
export function useTried(
  play: (scenarios: Scenarios) => Promise<readonly Tried[]>,
  scenarios: Scenarios | undefined,
  sound: boolean,
): readonly Tried[] | undefined {
  const { definition } = useDesign();
  const [tried, setTried] = useState<{ of: unknown; found: readonly Tried[] }>();
  useEffect(() => {
    if (!scenarios || !sound) return undefined;
    let isLatest = true;
    void play(scenarios).then((found) => isLatest && setTried({ of: definition, found }));
    return () => {
      isLatest = false;
    };
  }, [play, scenarios, sound, definition]);
  return tried?.of === definition ? tried?.found : undefined;
}
