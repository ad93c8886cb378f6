import { describe, expect, it } from 'vitest';
import { edited } from '../described/control.ts';
import { placesOf } from '../described/schema-places.testing.ts';
import { actionDetails, drawn, joinCondition, overdueDetails, stateDetails } from './details.ts';
import { stateKinds } from './kinds.ts';

/** What of a form that is entered in a state has no control on its sheet, and why. */
const formInJson = {
  computed:
    'a value computed in a task is written next to the field that it is computed from, which the sheet of the service shows alone',
  rows: 'a list with a row for each item of another list is rare, and its shape must fit the schema of the row',
  options: 'choices taken from data: the same',
} as const;
/** What the groups of the panel edit, each written for its property. */
const inGroups = {
  action: ['title', 'done', 'to', 'reason', 'marks', 'grounds', 'explain'],
  overdue: ['to', 'raise'],
  join: ['outcome', 'need'],
  by: ['party', 'role'],
  onSheet: ['schema', 'ui', 'texts', 'rules', 'files'],
};
const named = (prefix: string, names: readonly string[]): string[] =>
  names.map((name) => `${prefix}/${name}`);

const ofSchema = (type: string): string => `${type.charAt(0).toUpperCase()}${type.slice(1)}State`;

describe('whatever the format lets a state say', () => {
  it.each(stateKinds.map((kind) => [kind.type, kind] as const))('has a control: %s', (type, kind) => {
    const controls = stateDetails[type] ?? [];
    const reached = new Set([
      ...named('', [...kind.properties, ...drawn]),
      ...edited(controls),
      ...named('/actions/*', inGroups.action),
      ...edited(actionDetails, '/actions/*'),
      ...named('/overdue', inGroups.overdue),
      ...edited(overdueDetails, '/overdue'),
      ...named('/join', inGroups.join),
      ...edited(joinCondition, '/join'),
      ...named('/by', inGroups.by),
    ]);
    expect(placesOf('flow', ofSchema(type)).filter((place) => !reached.has(place))).toEqual([]);
    // and no control edits what the format does not know
    const known = new Set(placesOf('flow', ofSchema(type)));
    expect([...edited(controls), ...named('', kind.properties)].filter((place) => !known.has(place))).toEqual(
      [],
    );
  });

  it('is so for what is entered in a state, but for a few listed properties', () => {
    expect(
      placesOf('flow', 'TaskForm')
        .filter((place) => !/^\/[^/]+\//.test(place))
        .toSorted(),
    ).toEqual(named('', [...inGroups.onSheet, ...Object.keys(formInJson)]).toSorted());
  });

  it('is said in both languages, with a line of help where it is needed', () => {
    const all = [
      ...Object.values(stateDetails).flat(),
      ...actionDetails,
      ...overdueDetails,
      ...joinCondition,
    ];
    for (const { words } of all) {
      expect(words.uk[0]).not.toBe('');
      expect(words.en[0]).not.toBe('');
      expect(words.uk.length).toBe(words.en.length);
    }
  });
});
