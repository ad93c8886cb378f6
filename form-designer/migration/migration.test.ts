import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { written } from '#core/definition/index.ts';
import { edited, opened, undone } from '../commands/history.ts';
import { type Json, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { removeState, renameState } from '../flow/edit-states.ts';
import { FlowPlace } from '../flow/flow-place.ts';
import { FormPlace } from '../form/place.ts';
import { renameField } from '../form/rename.ts';
import { shippedLibrary, shippedServices } from '../real-definitions.testing.ts';
import { beginMigration, carryState, fillField, moveField, noMigration } from './edits.ts';
import { formChanges, placesFor } from './fields.ts';
import { lostNames } from './names.ts';
import { rehearsedStates } from './rehearsed.ts';
import { fateOf, pathOf, type Standing, standings } from './states.ts';

const { parts } = shippedLibrary;
const text = shippedServices.find(({ name }) => name.includes('residence'))?.text ?? '';
const source = JSON.parse(text) as Json;
const done = (definition: Json, ...edits: readonly (readonly Operation[])[]): Json =>
  edits.reduce((history, edit) => edited(history, edit), opened(definition)).present;

/** The shipped service, one state of the flow and one of a branch called otherwise, one gone; its migration begun. */
function next(): Json {
  const flow = new FlowPlace(source);
  const inner = flow.everyState().find(({ type, at }) => type === 'task' && at.includes('/branches/'));
  const outer = flow.states('/flow').find(({ type }) => type === 'task');
  const gone = flow.states('/flow').find(({ type }) => type === 'call');
  if (!inner || !outer || !gone) throw new Error('the service has changed');
  let now = done(source, renameState(flow, inner, 'innerNow'));
  now = done(now, renameState(new FlowPlace(now), outer, 'outerNow'));
  const there = new FlowPlace(now).state(gone.at);
  if (!there) throw new Error('the service has changed');
  return done(now, removeState(new FlowPlace(now), there), beginMigration(1));
}
const migrateOf = (definition: Json) => objectOf(objectOf(definition).migrate);
const rowOf = (definition: Json, name: string): Standing => {
  const row = standings(source, definition).find(({ node }) => node.name === name);
  if (!row) throw new Error(`nothing is said of ${name}`);
  return row;
};
const asked = (definition: Json): Standing[] => standings(source, definition).filter((one) => one.asked);

describe('where open cases go, as the designer asks it', () => {
  it('asks for what is no more there by its name, for nothing else', () => {
    expect(asked(done(source, beginMigration(1)))).toEqual([]);
    const rows = asked(next());
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => fateOf(row, migrateOf(next())))).toEqual(['', '', '']);
  });

  it('offers to wait on where the same is waited for, and reads back whatever was chosen', () => {
    const definition = next();
    for (const row of asked(definition)) {
      const fates = [
        ...row.goOn.map(({ name }) => `on ${name}`),
        ...row.enter.slice(0, 2).map(({ name }) => `enter ${name}`),
        'stays',
      ];
      for (const fate of fates) {
        const said = done(definition, carryState(migrateOf(definition), row.node.name, fate, { uk: 'Так' }));
        expect(fateOf(rowOf(said, row.node.name), migrateOf(said))).toBe(fate);
      }
    }
    const names = asked(definition).flatMap(({ goOn }) => goOn.map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(['innerNow', 'outerNow']));
  });

  it('once all is said, no case stays that is not said to', () => {
    let definition = next();
    for (const { node, goOn, enter } of asked(definition)) {
      const to = goOn[0] ? `on ${goOn[0].name}` : `enter ${enter[0]?.name}`;
      definition = done(definition, carryState(migrateOf(definition), node.name, to, {}));
    }
    const results = rehearsedStates(source, definition, 1, shippedLibrary as never);
    expect(results.length).toBeGreaterThan(5);
    expect(results.filter(({ result }) => result !== 'moves')).toEqual([]);
    // each row of the screen finds what was rehearsed for it
    const paths = new Set(results.flatMap(({ from }) => from));
    const waiting = standings(source, definition).filter(
      ({ node }) => !['end', 'parallel', 'each'].includes(node.type),
    );
    expect(waiting.filter(({ node }) => !paths.has(pathOf(node.at)))).toEqual([]);
  });

  it('what is chosen, taken back and undone leaves the same bytes', () => {
    const definition = next();
    const before = written(definition);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 5 }), (choices) => {
        let history = opened(definition);
        for (const [where, which] of choices) {
          const rows = standings(source, history.present);
          const row = rows[where % rows.length];
          if (!row) continue;
          const fates = ['', 'stays', ...row.enter.map(({ name }) => `enter ${name}`)];
          const fate = fates[which % fates.length] ?? '';
          history = edited(
            history,
            carryState(migrateOf(history.present), row.node.name, fate, { uk: 'Так' }),
          );
        }
        while (history.past.length > 0) history = undone(history);
        expect(written(history.present)).toBe(before);
      }),
      { numRuns: 5 },
    );
    expect(migrateOf(definition)).toEqual({ from: 1 });
    expect(objectOf(done(definition, noMigration())).migrate).toBeUndefined();
  });

  it('a field that is called otherwise is asked for, moved, and no longer in the way', () => {
    const form = new FormPlace(source, '/form', parts);
    const field = form.field('/dwelling/number');
    if (!field) throw new Error('the service has changed');
    const definition = done(source, renameField(form, field, 'calledNow'), beginMigration(1));
    const [change] = formChanges(source, definition, parts);
    expect(change?.gone.map(({ pointer }) => pointer)).toEqual([field.pointer]);
    expect(change && placesFor(change, field).map(({ pointer }) => pointer)).toEqual(['/dwelling/calledNow']);
    const moved = done(
      definition,
      moveField(migrateOf(definition), 'form', field.pointer, '/dwelling/calledNow'),
    );
    expect(formChanges(source, moved, parts)[0]?.wanted).toEqual([]);
    const back = done(moved, moveField(migrateOf(moved), 'form', field.pointer, ''));
    expect(migrateOf(back)).toEqual({ from: 1 });
    const filled = done(definition, fillField(migrateOf(definition), 'form', '/dwelling/calledNow', '"x"'));
    expect(migrateOf(filled)).toEqual({
      from: 1,
      data: { form: { fill: { '/dwelling/calledNow': '"x"' } } },
    });
  });

  it('tells of parties that have another name', () => {
    const [party = ''] = Object.keys(objectOf(objectOf(source).parties)).filter((one) => one !== 'applicant');
    const definition = done(source, [{ do: 'rename', at: `/parties/${party}`, to: 'calledNow' }]);
    expect(lostNames(source, definition)).toEqual([{ of: 'parties', name: party, fresh: ['calledNow'] }]);
    expect(lostNames(source, source)).toEqual([]);
  });
});
