import { useState } from 'react';
import type { Plan } from '#core/flow/simulation/index.ts';
import { type Localised, useLanguage, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { NumberField } from '../parts/fields.tsx';
import { problemsTexts } from './texts.ts';
import type { Checked } from './use-check.ts';
import type { Simulation } from './worker.ts';

/** What the service will be like for so many people: queues, waiting, who is busy, what is late. */
export function SimulationPanel({ simulate }: Pick<Checked, 'simulate'>) {
  const t = useTexts(problemsTexts);
  const read = useLocalised();
  const { definition } = useDesign();
  const roles = Object.entries(objectOf(objectOf(definition).roles));
  const [perDay, setPerDay] = useState(20);
  const [days, setDays] = useState(60);
  const [staff, setStaff] = useState<{ [role: string]: number }>({});
  const [busy, setBusy] = useState(false);
  const [simulation, setSimulation] = useState<Simulation>();

  async function run(): Promise<void> {
    setBusy(true);
    const known = Object.fromEntries(roles.map(([role]) => [role, staff[role] ?? 1]));
    const plan: Plan = {
      from: new Date().toISOString().slice(0, 10),
      days,
      seed: 1,
      arrivals: { perDay },
      staff: known,
    };
    setSimulation(await simulate(plan));
    setBusy(false);
  }

  return (
    <section>
      <h3 className="k-h3">{t('simulation')}</h3>
      <p className="k-hint">{t('simulationHint')}</p>
      <div className="d-columns">
        <NumberField tight label={t('perDay')} min={1} value={perDay} onChange={(n) => setPerDay(n ?? 1)} />
        <NumberField tight label={t('days')} min={1} value={days} onChange={(n) => setDays(n ?? 1)} />
        {roles.map(([role, one]) => (
          <NumberField
            key={role}
            tight
            label={t('staff', { role: read(objectOf(objectOf(one).title) as Localised) || role })}
            min={1}
            value={staff[role] ?? 1}
            onChange={(n) => setStaff({ ...staff, [role]: n ?? 1 })}
          />
        ))}
      </div>
      <Button kind="secondary" busy={busy} onClick={() => void run()}>
        {t(busy ? 'running' : 'run')}
      </Button>
      {simulation ? <Outcome simulation={simulation} /> : null}
    </section>
  );
}

function Outcome({ simulation }: { simulation: Simulation }) {
  const t = useTexts(problemsTexts);
  const read = useLocalised();
  const { language } = useLanguage();
  if ('why' in simulation) return <p className="k-error">{t('cannot', { why: simulation.why })}</p>;
  const { result, charts } = simulation;
  const { arrived, ended, open } = result.cases;
  const number = (n: number) => n.toLocaleString(language, { maximumFractionDigits: 1 });
  return (
    <div role="status">
      <p>{t('cases', { arrived, ended, open })}</p>
      {result.late ? <p>{t('late', { share: number(result.late.share * 100) })}</p> : null}
      {result.bottleneck ? (
        <p>
          <strong>{read(result.bottleneck.says)}</strong>
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="d-scroll" tabIndex={0} aria-label={t('simulation')}>
        <table className="d-table">
          <thead>
            <tr>
              <th scope="col">{t('role')}</th>
              <th scope="col">{t('busy')}</th>
              <th scope="col">{t('waitingHours')}</th>
              <th scope="col">{t('queue')}</th>
            </tr>
          </thead>
          <tbody>
            {result.roles.map((role) => (
              <tr key={role.role}>
                <th scope="row">{read(role.title)}</th>
                <td>{number(role.utilisation * 100)}%</td>
                <td>{role.waiting ? `${number(role.waiting.median)}; ${number(role.waiting.p90)}` : '0'}</td>
                <td>{role.queue.atEnd}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <img
        className="d-chart"
        alt={t('chart')}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(charts[language])}`}
      />
      <p className="k-soft">
        {t('assumed')}: {result.assumed.map((one) => read(one)).join('; ')}
      </p>
    </div>
  );
}
