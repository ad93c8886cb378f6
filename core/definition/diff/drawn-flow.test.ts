import { expect, it } from 'vitest';
import { difference } from './difference.ts';
import { type Edit, edited, service, type Told, t, toldOf } from './drawn.testing.ts';

const at = '/flow/states';
const approve = `${at}/review/actions/approve`;
const is = 'State “Review”: action “approve”';

const edits: Told[] = [
  ['an action without a reason', { [`${approve}/reason`]: undefined }, `${is}: no longer needs a reason`],
  ['an action with an explanation', { [`${approve}/explain`]: true }, `${is}: now needs an explanation`],
  ['an action that marks fields', { [`${approve}/marks`]: true }, `${is}: now needs fields marked`],
  ['a ground less', { [`${approve}/grounds`]: [] }, `${is}: grounds: removed “No stall is free”`],
  [
    'an action that leads elsewhere',
    { [`${at}/review/actions/refuse/to`]: [{ to: 'granted' }] },
    'State “Review”: action “Refuse”: where to: “Refused” → “Granted”',
  ],
  [
    'an action more',
    { [`${at}/review/actions/wait`]: { to: 'review', title: t('Чекати', 'Wait') } },
    'Added in the state “Review” the action “Wait”',
  ],
  [
    'no actions at all',
    { [`${at}/review/actions`]: undefined },
    'Removed in the state “Review” the action “approve”, “Refuse”',
  ],
  [
    'actions that are none',
    { [`${at}/review/actions`]: 'none' },
    /^in the state “Review” the action: .* → “none”$/,
  ],
  ['no deadline', { [`${at}/review/due`]: undefined }, 'State “Review”: deadline: removed: 3 days'],
  ['a deadline that is none', { [`${at}/review/due`]: 'soon' }, 'State “Review”: deadline: 3 days → “soon”'],
  ['whom a task is for', { [`${at}/review/role`]: 'head' }, 'State “Review”: role: “Clerk” → “head”'],
  [
    'who signs',
    { [`${at}/signing/by`]: { party: 'partner' } },
    'State “signing”: by whom: role: removed: “head”',
    'State “signing”: by whom: party: added: “partner”',
  ],
  [
    'a field that may be corrected',
    { [`${at}/review/edits`]: ['/name', '/goods'] },
    'State “Review”: fields that may be corrected: added “Товар”',
  ],
  [
    'fields that are none',
    { [`${at}/review/edits`]: 'all' },
    'State “Review”: fields that may be corrected: “/name” → “all”',
  ],
  [
    'where the deadline leads',
    { [`${at}/review/overdue`]: { to: 'refused' } },
    'State “Review”: who is told when the deadline passes: “head” → nothing',
    'State “Review”: messages: removed “late”',
    'State “Review”: when the deadline has passed: nothing → “Refused”',
  ],
  [
    'what an officer enters',
    { [`${at}/review/form/schema/properties/note/maxLength`]: 9 },
    'State “Review”: form: Field “Opinion”: greatest length: added: 9',
  ],
  ['no form of a task', { [`${at}/review/form`]: undefined }, /^State “Review”: form: removed: schema /],
  ['a kind of state nobody knows', { [`${at}/fee/type`]: 'dance' }, 'State “Плата”: is now dance'],
  ['a state without a kind', { [`${at}/fee/type`]: undefined }, 'State “Плата”: is now —'],
  [
    'conditions of where it leads',
    { [`${at}/fee/next`]: [{ when: 'form.name = "x"', to: 'granted' }, { to: 'signing' }] },
    'State “Плата”: where next: “signing” → if form.name = "x" — “Granted”; else “signing”',
  ],
  ['nowhere to go', { [`${at}/fee/next`]: 7 }, 'State “Плата”: where next: “signing” → 7'],
  [
    'branches that come',
    { [`${at}/fee/branches`]: { a: { initial: 'x', states: {} } } },
    'Added in the state “Плата” the branch “a”',
  ],
  [
    'a state that lost its title',
    { [`${at}/fee/title`]: undefined },
    'State “Плата”: title: removed: “Плата”',
  ],
  ['where it begins', { '/flow/initial': 'fee' }, 'The course of a case: beginning: “Review” → “Плата”'],
  ['states that are none', { [at]: 'none' }, /^the state: .* → “none”$/],
  ['no flow at all', { '/flow': undefined }, /^The course of a case: removed: /],
];

for (const [does, edit, ...says] of edits) it(`tells of ${does}`, () => toldOf(edit, says));

const whom = (edit: Edit) => difference(service, edited(edit)).groups.map(({ title }) => title.en);

it.each<[string, Edit, string[]]>([
  ['a payer to applicants', { [`${at}/fee/amount`]: '2' }, ['Applicants']],
  ['a signer to the one who signs', { [`${at}/signing/due`]: 'P1D' }, ['head']],
  ['another signer to both', { [`${at}/signing/by`]: { party: 'partner' } }, ['Partner', 'head']],
  [
    'a system to the course of a case',
    { [`${at}/granted/kind`]: 'granted' },
    ['The course of a case and systems'],
  ],
  ['the form to whoever fills it in', { '/form/schema/title': 'x' }, ['Applicants', 'Clerk']],
  ['a message that names nobody to everyone', { '/messages/late/to': undefined }, ['Everyone', 'head']],
])('puts what is of %s', (_, edit, groups) => expect(whom(edit)).toEqual(groups));
