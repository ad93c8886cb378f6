import type { Actor, Colleague, Identity, Ids, OfficerActor } from './actor.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { reference } from './reference.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case, CaseEvent, Command } from './types.ts';

/** A service small enough to read in a test: only tests import this. */
const t = (text: string) => ({ uk: text, en: text });

const flow = {
  initial: 'check',
  states: {
    check: {
      type: 'call',
      connector: 'population',
      input: { rnokpp: 'form.rnokpp' },
      as: 'registry',
      retryFor: 'P2D',
      next: [{ when: 'count(form.owners) > 0', to: 'consents' }, { to: 'review' }],
      failed: 'review',
    },
    consents: {
      type: 'each',
      of: 'form.owners',
      as: 'owner',
      key: 'owner.rnokpp',
      flow: {
        initial: 'ask',
        states: {
          ask: {
            type: 'party',
            party: 'owner',
            due: 'P5D',
            overdue: { to: 'silent' },
            remind: [{ before: 'P1D', message: 'reminder' }],
            notify: ['asked'],
            actions: { agree: { to: 'agreed' }, decline: { to: 'declined', reason: true } },
          },
          agreed: { type: 'end', outcome: 'agreed' },
          declined: { type: 'end', outcome: 'declined' },
          silent: { type: 'end', outcome: 'declined' },
        },
      },
      join: { outcome: 'agreed', need: 'all' },
      next: 'review',
      otherwise: 'refused',
    },
    review: {
      type: 'task',
      role: 'registrar',
      due: { workingDays: 3 },
      overdue: { raise: 'head', notify: ['late'] },
      edits: ['/name'],
      form: { schema: { type: 'object', properties: { note: { type: 'string' } } } },
      actions: {
        approve: { to: 'signing' },
        return: { to: 'correction', reason: true, marks: true, atMost: 2 },
        refuse: { to: 'refused', grounds: ['noRight'], explain: true },
      },
    },
    correction: {
      type: 'party',
      party: 'applicant',
      due: 'P14D',
      overdue: { to: 'abandoned' },
      pages: ['main'],
      notify: ['returned'],
      actions: { resubmit: { to: 'review' } },
    },
    signing: {
      type: 'parallel',
      branches: {
        head: {
          initial: 'headDecides',
          states: {
            headDecides: {
              type: 'task',
              role: 'head',
              not: ['review.by'],
              due: { workingDays: 1 },
              overdue: { raise: 'head' },
              actions: { approve: { to: 'headYes' }, reject: { to: 'headNo' } },
            },
            headYes: { type: 'end', outcome: 'approved' },
            headNo: { type: 'end', outcome: 'rejected' },
          },
        },
        lawyer: {
          initial: 'lawyerDecides',
          states: {
            lawyerDecides: {
              type: 'task',
              role: 'lawyer',
              due: { workingDays: 1 },
              overdue: { raise: 'head' },
              actions: { approve: { to: 'lawyerYes' }, reject: { to: 'lawyerNo' } },
            },
            lawyerYes: { type: 'end', outcome: 'approved' },
            lawyerNo: { type: 'end', outcome: 'rejected' },
          },
        },
      },
      join: { outcome: 'approved', need: 'all' },
      next: 'issue',
      otherwise: 'review',
    },
    issue: {
      type: 'issue',
      document: 'certificate',
      record: { do: 'create', registry: 'people', key: 'form.rnokpp', data: { name: 'form.name' } },
      next: 'pause',
      failed: 'review',
    },
    pause: { type: 'wait', for: 'P1D', next: 'granted' },
    granted: { type: 'end', outcome: 'granted', kind: 'granted', notify: ['done'] },
    refused: { type: 'end', outcome: 'refused', kind: 'refused' },
    abandoned: { type: 'end', outcome: 'abandoned', kind: 'left' },
  },
};

const bundle = {
  format: 1,
  id: 'small',
  agency: 'city',
  title: t('Мала послуга'),
  summary: t('Для перевірок'),
  startedBy: { applicant: true, counter: { role: 'clerk' } },
  parties: {
    applicant: { who: ['person'], may: [{ when: 'applicant.age >= 14', else: t('Від 14 років') }] },
    owner: {
      each: 'form.owners',
      identify: { rnokpp: 'item.rnokpp' },
      contact: { email: 'item.email' },
      sees: ['form.name'],
    },
  },
  roles: {
    clerk: { title: t('Адміністратор'), sees: ['form'] },
    registrar: { title: t('Реєстратор'), sees: ['form', 'registry'] },
    head: { title: t('Керівник'), sees: ['form.name', 'review'] },
    lawyer: { title: t('Юрист'), sees: ['form.name', 'form.owners'] },
  },
  parameters: {
    fee: [
      { from: '2026-01-01', value: 100 },
      { from: '2025-01-01', value: 90 },
    ],
  },
  grounds: { noRight: { title: t('Немає права'), act: 'Закон' } },
  form: {
    schema: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        rnokpp: { type: 'string' },
        owners: {
          type: 'array',
          items: {
            type: 'object',
            properties: { rnokpp: { type: 'string' }, email: { type: 'string' } },
          },
        },
      },
      required: ['name', 'rnokpp'],
    },
    pages: [
      { id: 'main', title: t('Дані'), fields: ['/name', '/rnokpp'] },
      { id: 'owners', title: t('Власники'), fields: ['/owners'] },
    ],
  },
  flow,
  documents: { certificate: { title: t('Витяг'), body: [{ type: 'text', text: t('{{form.name}}') }] } },
  messages: {
    asked: { to: 'owner', channels: ['email'], subject: t('Згода'), body: t('{{form.name}} просить') },
    reminder: { to: 'owner', channels: ['email'], subject: t('Нагадуємо'), body: t('{{case.reference}}') },
    returned: { to: 'applicant', channels: ['email'], subject: t('Виправте'), body: t('{{review.reason}}') },
    late: { to: 'head', channels: ['email'], subject: t('Спізнення'), body: t('{{case.reference}}') },
    done: { to: 'applicant', channels: ['email'], subject: t('Готово'), body: t('Готово') },
  },
  decideWithin: {
    workingDays: 10,
    from: 'submitted',
    until: ['granted', 'refused'],
    pausedIn: ['correction'],
    extend: { by: 'head', workingDays: 5, times: 1 },
    overdue: { meaning: 'late', raise: 'head' },
  },
  after: {
    revoke: { by: 'head', grounds: ['noRight'] },
    reopen: { by: 'head', grounds: ['noRight'], to: 'review' },
  },
  retention: { granted: 'P75Y', refused: 'P5Y', left: 'P1Y', withdrawn: 'P1Y' },
};

const hours = { from: '09:00', to: '18:00' };
const live = {
  agencies: {
    city: {
      id: 'city',
      title: t('Місто'),
      edrpou: '00000000',
      offices: [
        {
          id: 'central',
          title: t('Центр'),
          katottg: ['UA80000000000093317'],
          contacts: { email: 'central@city.example' },
        },
      ],
      fallback: 'central',
      roles: { clerk: {}, registrar: {}, head: { may: ['assign', 'audit'] }, lawyer: {} },
      calendar: { week: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours } },
    },
    other: {
      id: 'other',
      title: t('Інша'),
      offices: [{ id: 'main', title: t('Головний'), katottg: [] }],
      fallback: 'main',
      roles: { expert: {} },
      calendar: { week: { monday: hours } },
    },
  },
  connectors: {
    population: { id: 'population', kind: 'rest' },
    mail: { id: 'mail', kind: 'email' },
    papers: { id: 'papers', kind: 'document' },
    people: { id: 'people', kind: 'registry', registry: 'people' },
  },
  registries: {},
};

export const small = { bundle, hash: 'b'.repeat(64), live } as unknown as ServiceRuntime;

export const olena: Identity = {
  person: 'p-olena',
  surname: 'Коваль',
  name: 'Олена',
  birthDate: '1990-05-01',
  rnokpp: '1111111111',
  email: 'olena@mail.example',
};
export const petro: Identity = {
  person: 'p-petro',
  name: 'Петро',
  birthDate: '1980-01-01',
  rnokpp: '2222222222',
};
export const asParty = (identity: Identity): Actor => ({ kind: 'party', identity });
export const asOfficer = (
  person: string,
  role: string,
  agency = 'city',
  office = 'central',
): OfficerActor => ({
  kind: 'officer',
  appointment: { person, agency, office, role },
});
export const asSystem: Actor = { kind: 'system', by: 'worker' };

/** Identifiers that are the same in every run. */
export function countingIds(): Ids {
  let n = 0;
  return {
    uuid: () => `00000000-0000-7000-8000-${String(++n).padStart(12, '0')}`,
    reference: () => reference('4821093755'),
    salt: () => `salt-${++n}`.padEnd(32, '0'),
  };
}

/** The code of a refusal, which says to whoever is refused what is wrong, in each language, and where. */
function told({ code, message, pointer }: Refusal): RefusalCode {
  if (!message.uk || Object.values(message).includes('') || pointer === '')
    throw new Error(`${code} says nothing`);
  return code;
}

/** A case being played through: every command is decided, its events kept. */
export class Play {
  case: Case | null = null;
  now = '2026-03-02T08:00:00Z';
  readonly events: CaseEvent[] = [];
  readonly ids = countingIds();
  readonly service: ServiceRuntime;
  constructor(service: ServiceRuntime = small) {
    this.service = service;
  }

  /** The refusal's code, or undefined where the command was accepted. */
  do(actor: Actor, command: Command, staff?: readonly Colleague[]): RefusalCode | undefined {
    const { now, ids } = this;
    const given = { now, actor, ids, ...(staff ? { staff } : {}) };
    const decision = decide(this.service, this.case, command, given);
    if (decision.refusal) return told(decision.refusal);
    for (const event of decision.events) this.case = evolve(this.case, event);
    this.events.push(...decision.events);
    return undefined;
  }

  /** Why a command would be refused, in full; undefined where it would be accepted. The case stays as it is. */
  refused(actor: Actor, command: Command): Refusal | undefined {
    return decide(this.service, this.case, command, { now: this.now, actor, ids: this.ids }).refusal;
  }

  get here(): Case {
    if (!this.case) throw new Error('not submitted');
    return this.case;
  }

  /** The effect that a place waits for. */
  effect(path: string): string {
    const place = this.here.places[path];
    return (place?.kind === 'ask' && place.pending[0]) || 'none';
  }

  submit(owners: { rnokpp: string; email: string }[] = []): RefusalCode | undefined {
    const form = { name: 'Олена', rnokpp: '1111111111', owners };
    return this.do(asParty(olena), { type: 'submit', form, language: 'uk', channel: 'portal' });
  }

  /** Submitted, registry answered: the registrar's turn. */
  toReview(): void {
    this.submit();
    this.do(asSystem, { type: 'callAnswered', effect: this.effect('check'), result: { found: true } });
  }

  /** The registrar claims and acts. */
  review(action: string, more: object = {}): RefusalCode | undefined {
    const iryna = asOfficer('o-iryna', 'registrar');
    this.do(iryna, { type: 'claim', path: 'review' });
    return this.do(iryna, { type: 'act', path: 'review', action, data: {}, ...more });
  }
}
