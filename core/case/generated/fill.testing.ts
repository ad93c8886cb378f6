import type { State } from '#core/definition/index.ts';
import { t } from './fields.testing.ts';
import type { Drawn, Ways } from './flow.testing.ts';
import { group } from './groups.testing.ts';
import { acted } from './people.testing.ts';
import { lasts, type Sketch, told } from './states.testing.ts';

/** A state of a kind, with where it leads. Only tests import this. */
export function filled(flow: Drawn, one: Sketch, ways: Ways): State {
  const due = lasts(flow.around);
  const words = own(flow, one, ways, due);
  const common = told(flow.around, 'due' in words ? due : undefined, flow.owner);
  return { type: one.type, ...common, ...words } as unknown as State;
}

function own(flow: Drawn, one: Sketch, ways: Ways, due: unknown): object {
  const { around, draw } = flow;
  const { next } = ways;
  /** A deadline of a state that its connector else has one for. */
  const maybeLate = () => (draw.once(3) ? { due, overdue: { to: ways.aside() } } : {});
  const { as } = one;
  switch (one.type) {
    case 'task':
    case 'party':
      return acted(flow, one, ways, due);
    case 'parallel':
    case 'each':
      return group(flow, one, ways, due);
    case 'call':
      return {
        connector: 'population',
        input: { key: draw.of(['form.partner.rnokpp', 'case.reference', 'null']) },
        as,
        ...(draw.once(2) ? { retryFor: draw.of(['P2D', 'PT4H']) } : {}),
        next,
        failed: failed(flow, ways, 'unavailable'),
        ...maybeLate(),
      };
    case 'wait':
      return waits(flow, ways, due);
    case 'pay':
      return {
        connector: 'bank',
        amount: draw.of(['parameters.fee', '100', '0']),
        purpose: t('Збір за {{case.reference}}', 'Fee of {{case.reference}}'),
        ...(draw.once(2) ? { exempt: [{ when: flow.condition(), title: t('Пільга', 'Exempt') }] } : {}),
        ...(draw.once(2) ? { refund: draw.some(['withdrawn', 'refused', 'left']) } : {}),
        due,
        overdue: { to: ways.aside() },
        next,
      };
    case 'sign':
      return {
        by: draw.once(2) ? { role: draw.of(around.roles) } : { party: draw.of(['applicant', 'partner']) },
        what: draw.of(['application', ...around.documents]),
        connector: 'seal',
        due,
        overdue: { to: ways.aside() },
        next,
        declined: ways.aside(),
      };
    case 'issue':
      return { ...issues(flow), next, failed: failed(flow, ways, 'exists'), ...maybeLate() };
    case 'reserve':
      return {
        registry: 'slots',
        where: draw.of(['record.level != null and record.level > 3', 'record.place = "x"']),
        ...(draw.once(2) ? { hold: 'PT15M' } : {}),
        ...(draw.once(3) ? { waitingList: true } : {}),
        ...(draw.once(3) ? { release: draw.some(['withdrawn', 'refused']) } : {}),
        as,
        next,
        none: ways.aside(),
        ...maybeLate(),
      };
    case 'start':
      return {
        cases: Object.fromEntries(
          ['first', 'second'].slice(0, draw.between(1, 2)).map((name) => [name, started(flow)]),
        ),
        ...(draw.once(2) ? { await: draw.of(['all', 'any', 'none']) } : {}),
        due,
        overdue: { to: ways.aside() },
        next,
      };
    case 'collect':
      return {
        service: 'bid',
        closes: draw.of(['date(today) + duration("P10D")', 'date("2026-06-01")']),
        ...(draw.once(2) ? { min: draw.below(3), tooFew: ways.aside() } : {}),
        ...(draw.once(3) ? { sealed: ['/about'], replaceable: true } : {}),
        as,
        next,
      };
    case 'publish':
      return {
        body: [{ type: 'text', text: t('Справа {{case.reference}}', 'Case {{case.reference}}') }],
        in: ['news'],
        ...(draw.once(2) ? { until: 'date(today) + duration("P30D")' } : {}),
        next,
      };
  }
}

/** Where a state goes that did not get its answer: perhaps different ways by what went wrong. */
function failed(flow: Drawn, ways: Ways, code: string): unknown {
  const other = ways.aside();
  if (!flow.draw.once(3) || typeof other !== 'string') return other;
  return [{ when: `failure.code = "${code}"`, to: ways.plain() }, { to: other }];
}

function waits({ around, draw }: Drawn, ways: Ways, due: unknown): object {
  const { next } = ways;
  const how = draw.of(['for', 'until', 'event']);
  if (how === 'for') return { for: draw.of(['P10D', { workingDays: 2 }, { hours: 4 }]), next };
  if (how === 'until')
    return {
      until: draw.of([
        'date(today) + duration("P3D")',
        'date("2026-05-01")',
        'date and time(now) + duration("PT2H")',
      ]),
      next,
    };
  const match = draw.of(['event.found = true', 'event.level != null and event.level > 3']);
  const event = { connector: 'court', match, ...(draw.once(2) ? { as: around.fresh('ruling') } : {}) };
  return { event, due, overdue: { to: ways.aside() }, next };
}

function issues({ around, draw }: Drawn): object {
  const document = draw.of(around.documents);
  const record = {
    do: draw.of(['create', 'change', 'close', 'revoke']),
    registry: 'people',
    key: 'form.partner.rnokpp',
    data: { key: 'form.partner.rnokpp', name: 'case.reference' },
  };
  return draw.of([{ document }, { record }, { document, record }]);
}

function started(flow: Drawn): object {
  return {
    service: 'child',
    ...(flow.draw.once(2) ? { when: flow.condition() } : {}),
    form: { '/about': 'case.reference' },
    parties: { applicant: flow.draw.of(['applicant', 'partner']) },
  };
}
