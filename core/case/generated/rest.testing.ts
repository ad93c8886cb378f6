import type { DecideWithin, Flow } from '#core/definition/types.generated.ts';
import type { Draw } from './draw.testing.ts';
import { t } from './fields.testing.ts';
import type { Around } from './states.testing.ts';

/** What a generated service has beside form and flow: parties, roles, papers, the term in law, what comes after. Only tests import this. */
export function parties(draw: Draw): object {
  const adult = { when: 'applicant.age != null and applicant.age >= 14', else: t('Від 14 років', 'From 14') };
  return {
    applicant: {
      who: ['person'],
      through: draw.of([['self'], ['self', 'attorney']]),
      ...(draw.once(3) ? { assurance: 'substantial' } : {}),
      ...(draw.once(3) ? { may: [adult] } : {}),
    },
    partner: {
      title: t('Партнер', 'Partner'),
      identify: { rnokpp: 'form.partner.rnokpp' },
      contact: { email: 'form.partner.email' },
      sees: ['form'],
    },
    owner: {
      title: t('Власник', 'Owner'),
      each: 'form.owners',
      identify: { rnokpp: 'item.rnokpp' },
      contact: { email: 'item.email' },
      sees: ['form'],
    },
  };
}

export function rolesOf({ draw, roles, isCounter }: Around, flow: Flow): object {
  const tasks = Object.entries(flow.states).flatMap(([name, { type }]) => (type === 'task' ? [name] : []));
  const all = isCounter ? [...roles, 'clerk'] : roles;
  return Object.fromEntries(
    all.map((name) => [
      name,
      {
        title: t(name),
        sees: ['form', ...draw.some(tasks), ...(draw.once(2) ? ['files'] : [])],
        ...(name === 'expert' ? { agency: 'ministry' } : { office: '"central"' }),
      },
    ]),
  );
}

const message = (to: string, body: string, attach: readonly string[] = []) => ({
  ...(attach.length > 0 ? { attach } : {}),
  to,
  channels: ['email', 'sms'],
  subject: t('Справа {{case.reference}}', 'Case {{case.reference}}'),
  body: t(body),
});
export const messages = {
  news: message('applicant', '{{form.partner.rnokpp}} {{count(form.owners)}}', ['certificate']),
  late: message('chief', '{{case.reference}}'),
  toOwner: message('owner', '{{form.partner.rnokpp}}'),
  toPartner: message('partner', '{{office.id}}'),
};

export function papers({ draw, documents }: Around): object {
  return Object.fromEntries(
    documents.map((name) => [
      name,
      {
        title: t(name),
        body: [
          { type: 'heading', text: t('Витяг {{case.reference}}', 'Extract {{case.reference}}') },
          {
            type: 'table',
            each: 'form.owners',
            columns: [
              { title: t('Хто', 'Who'), value: 'if item.email = null then item.rnokpp else item.email' },
            ],
          },
          { type: 'fields', of: ['/partner'] },
        ],
        ...(draw.once(2) ? { number: { pattern: '{{n}}/{{year}}', per: ['year'] } } : {}),
        ...(draw.once(2) ? { verify: true, validUntil: 'date(today) + duration("P1Y")' } : {}),
      },
    ]),
  );
}

/** What may be done with a decided case. */
export function after({ draw, documents, grounds }: Around, { states }: Flow): object {
  const may = {
    ...(draw.once(2)
      ? { correct: { by: 'chief', ...(draw.once(2) ? { reissues: documents[0] } : {}) } }
      : {}),
    ...(draw.once(2) ? { revoke: { by: 'chief', grounds } } : {}),
    ...(draw.once(2) ? { reopen: { by: 'chief', grounds, to: Object.keys(states)[0] } } : {}),
    ...(draw.once(4) ? { appeal: { service: 'complaint', within: 'P30D' } } : {}),
  };
  return Object.keys(may).length > 0 ? { after: may } : {};
}

/** The term in law: silence is late, consent or refusal. */
export function term(
  { draw, messages: all }: Around,
  { initial, states }: Flow,
  ends: string[],
): DecideWithin {
  const stays = Object.keys(states).filter((name) => states[name]?.type === 'party');
  const paused = draw.some(stays);
  const meaning = draw.of(['late', 'late', 'refusal'] as const);
  const unit = draw.of(['days', 'workingDays', 'hours'] as const);
  const refused = ends.find((name) => states[name]?.type === 'end' && name.startsWith('refused'));
  return {
    [unit]: draw.between(1, 30),
    from: draw.of(['submitted', 'registered', initial]),
    until: ends,
    ...(paused.length > 0 ? { pausedIn: paused } : {}),
    ...(draw.once(2)
      ? {
          extend: {
            by: 'chief',
            [draw.of(['days', 'workingDays', 'hours'])]: 10,
            times: 2,
            message: all[0] as string,
          },
        }
      : {}),
    overdue:
      meaning === 'refusal' && refused !== undefined
        ? { meaning, to: refused }
        : { meaning: 'late', raise: 'chief', notify: [all[1] as string] },
  } as DecideWithin;
}
