import { expect, it } from 'vitest';
import { difference } from './difference.ts';
import { type Told, t, toldOf } from './drawn.testing.ts';

const [term, after] = ['Term in law for the decision', 'After the decision'];

const edits: Told[] = [
  [
    'who sees what',
    { '/roles/clerk/sees': ['form', 'review', 'registry'] },
    '“Clerk”: no longer sees “Name”; now sees the whole application, “Review”, “registry”',
  ],
  [
    'the same that is seen',
    { '/roles/clerk/sees': ['form.name', 'form.name'] },
    '“Clerk”: sees the same, the list is written anew',
  ],
  ['a role more', { '/roles/lawyer': { title: t('Юрист', 'Lawyer') } }, 'Added the role “Lawyer”'],
  ['no parties', { '/parties': undefined }, 'Removed the party “Applicant”, “Partner”'],
  ['a way nobody knows', { '/channels': ['portal', 'pigeon'] }, 'How to apply: added “pigeon”'],
  ['how it is delivered', { '/deliver': ['counter'] }, 'How it is delivered: added counter; removed post'],
  [
    'a value by law, without an act',
    {
      '/parameters/rent': [
        { from: '2026-01-01', value: 5 },
        { from: '2027-01-01', value: 6 },
      ],
    },
    'Parameter “rent”: added 6 from 2027-01-01',
  ],
  ['a parameter that is none', { '/parameters/rent': 5 }, /^Parameter “rent”: .* → 5$/],
  [
    'a title of a ground',
    { '/grounds/occupied/title/en': 'Full' },
    'Ground “Full”: title: “No stall is free” → “Full”',
  ],
  ['a document', { '/documents/permit/verify': true }, 'Document “Permit”: verification: added: yes'],
  [
    'whom a message goes to',
    { '/messages/late/to': 'partner' },
    'Message “late”: where to: “head” → “partner”',
  ],
  ['a message to nobody', { '/messages/late/to': undefined }, 'Message “late”: where to: removed: “head”'],
  [
    'a term in working days',
    { '/decideWithin/days': undefined, '/decideWithin/workingDays': 10 },
    `${term}: changed from 30 days to 10 working days`,
  ],
  [
    'what ends the term',
    { '/decideWithin/until': ['granted', 'refused'] },
    `${term}: ends with: added “Refused”`,
  ],
  ['a term without a length', { '/decideWithin/days': undefined }, `${term}: removed: 30 days`],
  ['no term', { '/decideWithin': undefined }, `${term}: lifted (it was 30 days)`],
  ['a term that is none', { '/decideWithin': 'soon' }, /^Term in law for the decision: /],
  ['how long drafts are kept', { '/retention/draft': 'P30D' }, 'Retention of cases: draft: added: 30 days'],
  [
    'what is issued anew',
    { '/after/correct/reissues': undefined },
    `${after}: correction: what is issued anew: “Permit” → —`,
  ],
  [
    'where it is reopened',
    { '/after/reopen/to': 'fee' },
    `${after}: reopening: where to: “Review” → “Плата”`,
  ],
  [
    'where it is not reopened',
    { '/after/reopen/to': undefined },
    `${after}: reopening: where to: “Review” → —`,
  ],
  ['an act', { '/legalBasis/0/url': 'b' }, 'Legal basis: “Law”: url: “a” → “b”'],
  ['acts that are none', { '/legalBasis': 'law' }, 'Legal basis: title “Law”, url “a” → “law”'],
  ['how cases come over', { '/migrate': { from: 1 } }, 'Migration of open cases: added: from 1'],
  ['whose data', { '/data': { controller: 'town' } }, 'Personal data: added: controller “town”'],
];

for (const [does, edit, ...says] of edits) it(`tells of ${does}`, () => toldOf(edit, says));

it.each([
  [{ offices: [] }, { offices: [], fallback: 'x' }, 'The agency: fallback: added: “x”'],
  [{ kind: 'rest' }, { kind: 'rest', rate: 2 }, 'The connector: calls a second: added: 2'],
  [{ title: t('а', 'a') }, { title: t('б', 'a') }, 'The registry: title: “а” → “б” (uk)'],
])('calls a definition of another kind what it is: %#', (one, other, said) => {
  expect(difference(one, other).changes[0]?.says.en).toBe(said);
});
