import type { Failure, Proof, Step } from '#core/flow/proof/index.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { useDesign } from '../design.tsx';
import { placeOf } from './place-of.ts';
import { problemsTexts } from './texts.ts';

/** What is proved of the flow, and for each failure the shortest path that leads to it. */
export function Proofs({ proof }: { proof: Proof | undefined }) {
  const t = useTexts(problemsTexts);
  const read = useLocalised();
  return (
    <section>
      <h3 className="k-h3">{t('proofs')}</h3>
      <p className="k-hint">{t(proof ? 'proofsHint' : 'proofsLater')}</p>
      {proof ? (
        <ul className="d-proofs">
          {proof.properties.map(({ property, title, held }) => (
            <li key={property}>
              <p className={held ? 'd-held' : 'd-failed'}>
                <span aria-hidden="true">{held ? '✓' : '✗'}</span> {read(title)}
              </p>
              {proof.failures
                .filter((failure) => failure.property === property)
                .map((failure) => (
                  <FailureView key={`${failure.code} ${failure.pointer}`} failure={failure} />
                ))}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const stateOf = (pointer: string): string | undefined => /^(.*\/states\/[^/]+)/.exec(pointer)?.[1];

/** The states of a path, by where they stand in the definition. */
function walkedBy(steps: readonly Step[]): string[] {
  return steps.flatMap(({ pointer, to }) => {
    const from = stateOf(pointer);
    if (from === undefined) return [];
    const beside = `${from.slice(0, from.lastIndexOf('/'))}/${to.split('/').at(-1)}`;
    return [from, beside];
  });
}

function FailureView({ failure }: { failure: Failure }) {
  const t = useTexts(problemsTexts);
  const read = useLocalised();
  const { goTo } = useDesign();
  const { message, hint, path, circle, pointer } = failure;
  const place = placeOf(pointer, undefined);
  return (
    <div className="d-problem">
      <p>
        <strong>{read(message)}</strong>
      </p>
      <p>{read(hint)}</p>
      {path.length > 0 ? (
        <details>
          <summary>{t('pathTo')}</summary>
          <Steps steps={path} />
          {circle ? (
            <>
              <p>{t('round')}</p>
              <Steps steps={circle} />
            </>
          ) : null}
        </details>
      ) : null}
      <div className="d-acts">
        <Button kind="secondary" onClick={() => goTo(place)}>
          {t('go')}
        </Button>
        {path.length > 0 ? (
          <Button
            kind="secondary"
            onClick={() =>
              goTo({ tab: 'flow', chosen: stateOf(pointer), walked: walkedBy([...path, ...(circle ?? [])]) })
            }
          >
            {t('showPath')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const read = useLocalised();
  return (
    <ol className="k-list">
      {steps.map((step, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path may come by the same step twice
        <li key={n}>{read(step.says)}</li>
      ))}
    </ol>
  );
}
