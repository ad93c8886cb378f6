import type { Localised } from '#portal/theme/language.tsx';
import { type JsonObject, objectOf } from '../commands/json.ts';
import { type FlowPlace, freeState } from './flow-place.ts';

/** What can be set of a state: each has a control of its own. */
export type Property =
  | 'role'
  | 'party'
  | 'by'
  | 'say'
  | 'connector'
  | 'registry'
  | 'service'
  | 'document'
  | 'what'
  | 'input'
  | 'as'
  | 'of'
  | 'key'
  | 'join'
  | 'until'
  | 'for'
  | 'amount'
  | 'purpose'
  | 'where'
  | 'await'
  | 'closes'
  | 'outcome'
  | 'due'
  | 'overdue'
  | 'actions'
  | 'pages'
  | 'notify'
  | 'next'
  | 'failed'
  | 'otherwise'
  | 'declined'
  | 'none'
  | 'tooFew';

/** A kind of state: what it is called, how a new one is made, what can be set. */
export interface StateKind {
  readonly type: string;
  readonly sign: string;
  readonly title: Localised;
  readonly name: string;
  readonly make: (flow: FlowPlace, next: string) => JsonObject;
  readonly properties: readonly Property[];
}

const first = (flow: FlowPlace, part: string): string => Object.keys(objectOf(flow.value(part)))[0] ?? '';
const text = (uk: string, en: string): JsonObject => ({ uk, en });

const make = (
  type: string,
  sign: string,
  [uk, en]: readonly [string, string],
  name: string,
  properties: readonly Property[],
  made: StateKind['make'],
): StateKind => ({
  type,
  sign,
  title: { uk, en },
  name,
  properties,
  make: (flow, next) => ({ type, ...made(flow, next) }),
});

/** Every kind of state of the format, the common ones first. */
export const stateKinds: readonly StateKind[] = [
  make(
    'task',
    '◧',
    ['Завдання посадовця', 'Task of an officer'],
    'task',
    ['role', 'say', 'actions', 'due', 'overdue', 'notify'],
    (flow, next) => {
      const role = first(flow, '/roles');
      return { role, due: { workingDays: 5 }, overdue: { raise: role }, actions: { approve: { to: next } } };
    },
  ),
  make(
    'party',
    '◨',
    ['Дія заявника чи учасника', 'Act of a party'],
    'answer',
    ['party', 'say', 'actions', 'pages', 'due', 'overdue', 'notify'],
    (_, next) => ({
      party: 'applicant',
      due: 'P14D',
      overdue: { to: next },
      actions: { done: { to: next } },
    }),
  ),
  make(
    'call',
    '⇄',
    ['Запит до реєстру чи системи', 'Inquiry of a registry or system'],
    'inquiry',
    ['connector', 'input', 'as', 'next', 'failed', 'due', 'overdue', 'notify'],
    (flow, next) => ({
      connector: '',
      input: {},
      as: freeState(flow, 'reply'),
      retryFor: 'P1D',
      next,
      failed: next,
    }),
  ),
  make(
    'parallel',
    '‖',
    ['Кілька гілок одночасно', 'Several branches at once'],
    'approvals',
    ['join', 'next', 'otherwise', 'due', 'overdue', 'notify'],
    (flow, next) => {
      const role = first(flow, '/roles');
      const branch = (n: string): JsonObject => {
        const task = freeState(flow, `${n}Task`);
        return {
          initial: task,
          states: {
            [task]: {
              type: 'task',
              role,
              due: { workingDays: 5 },
              overdue: { raise: role },
              actions: { approve: { to: freeState(flow, `${n}Done`) } },
            },
            [freeState(flow, `${n}Done`)]: { type: 'end', outcome: 'approved' },
          },
        };
      };
      return {
        branches: { first: branch('first'), second: branch('second') },
        join: { outcome: 'approved', need: 'all' },
        next,
        otherwise: next,
      };
    },
  ),
  make(
    'each',
    '↻',
    ['Для кожного зі списку', 'For each of a list'],
    'everyone',
    ['of', 'as', 'key', 'join', 'next', 'otherwise', 'due', 'overdue', 'notify'],
    (flow, next) => {
      const role = first(flow, '/roles');
      const task = freeState(flow, 'itemTask');
      const done = freeState(flow, 'itemDone');
      return {
        of: 'form.list',
        as: freeState(flow, 'entry'),
        key: `${freeState(flow, 'entry')}.name`,
        flow: {
          initial: task,
          states: {
            [task]: {
              type: 'task',
              role,
              due: { workingDays: 5 },
              overdue: { raise: role },
              actions: { approve: { to: done } },
            },
            [done]: { type: 'end', outcome: 'approved' },
          },
        },
        join: { outcome: 'approved', need: 'all' },
        next,
        otherwise: next,
      };
    },
  ),
  make(
    'issue',
    '▤',
    ['Видача документа', 'Issue of a document'],
    'issuing',
    ['document', 'next', 'failed', 'due', 'overdue', 'notify'],
    (flow, next) => ({
      document: first(flow, '/documents') || 'certificate',
      next,
      failed: next,
    }),
  ),
  make(
    'pay',
    '₴',
    ['Оплата', 'Payment'],
    'payment',
    ['connector', 'amount', 'purpose', 'due', 'overdue', 'next', 'notify'],
    (_, next) => ({
      connector: '',
      amount: '0',
      purpose: text('Плата за послугу', 'Fee for the service'),
      due: 'P3D',
      overdue: { to: next },
      next,
    }),
  ),
  make(
    'sign',
    '✎',
    ['Підпис', 'Signature'],
    'signing',
    ['by', 'what', 'due', 'overdue', 'next', 'declined', 'notify'],
    (_, next) => ({
      by: { party: 'applicant' },
      what: 'application',
      due: 'P3D',
      overdue: { to: next },
      next,
      declined: next,
    }),
  ),
  make(
    'wait',
    '◷',
    ['Очікування', 'Waiting'],
    'waiting',
    ['for', 'until', 'next', 'due', 'overdue', 'notify'],
    (_, next) => ({
      for: 'P10D',
      next,
    }),
  ),
  make(
    'reserve',
    '▦',
    ['Запис на час чи місце', 'Reservation of a slot'],
    'booking',
    ['registry', 'where', 'as', 'next', 'none', 'due', 'overdue', 'notify'],
    (flow, next) => ({
      registry: '',
      where: 'true',
      hold: 'PT15M',
      as: freeState(flow, 'slot'),
      next,
      none: next,
    }),
  ),
  make(
    'start',
    '↗',
    ['Почати інші справи', 'Start other cases'],
    'related',
    ['await', 'due', 'overdue', 'next', 'notify'],
    (_, next) => ({
      cases: {},
      await: 'all',
      due: 'P60D',
      overdue: { to: next },
      next,
    }),
  ),
  make(
    'collect',
    '⇉',
    ['Збір заяв (конкурс)', 'Collection of applications (competition)'],
    'collection',
    ['service', 'closes', 'as', 'next', 'tooFew', 'notify'],
    (flow, next) => ({
      service: '',
      closes: 'form.until',
      as: freeState(flow, 'bids'),
      min: 1,
      next,
      tooFew: next,
    }),
  ),
  make('publish', '◈', ['Оприлюднення', 'Publication'], 'announcement', ['next', 'notify'], (_, next) => ({
    body: [{ type: 'text', text: text('Текст оголошення', 'Text of the announcement') }],
    next,
  })),
  make('end', '■', ['Кінець', 'End'], 'ended', ['outcome', 'say', 'notify'], (flow) => {
    const name = freeState(flow, 'ended');
    return { outcome: name, kind: 'granted', say: text('Справу завершено', 'The case has ended') };
  }),
];

export const kindOfState = (type: string): StateKind | undefined =>
  stateKinds.find((kind) => kind.type === type);
