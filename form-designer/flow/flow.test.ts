import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, library, written } from '#core/definition/index.ts';
import { starter } from '#core/definition/starter.ts';
import { edited, opened, undone } from '../commands/history.ts';
import type { Json } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { anyFlowEdit, moves } from './any-edit.testing.ts';
import { addAfter, removeState, renameState } from './edit-states.ts';
import { FlowPlace, waysOf } from './flow-place.ts';
import { stateKinds } from './kinds.ts';
import { askAgency } from './moves.ts';

const folder = resolve(import.meta.dirname, '../../service-definitions');
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const { library: all } = library(files);
const agency = all.agencies['kyiv-city'];
if (!agency) throw new Error('there is no agency');
const blank = starter('blank', agency, 'registrar', 'Послуга') as unknown as Json;
const shipped = JSON.parse(files['services/residence-registration/service.json'] ?? '') as Json;

const mistakes = (definition: Json, id: string) =>
  check({ ...all, services: { [id]: definition as never }, files: {} }, { kind: 'service', id })
    .filter(({ severity }) => severity === 'mistake')
    .map(({ pointer, message }) => `${pointer} ${message.en}`);
const become = (definition: Json, operations: readonly Operation[]) =>
  edited(opened(definition), operations).present;
const at = (definition: Json, place: string) => {
  const node = new FlowPlace(definition).state(place);
  if (!node) throw new Error(`there is no ${place}`);
  return node;
};

const dms = all.agencies.dms;
if (!dms) throw new Error('there is no other agency');
const [[role, { title }] = ['', { title: {} }]] = Object.entries(dms.roles).filter(
  ([name]) => !agency.roles[name],
);
const otherAgency = askAgency(dms, { name: role, title: { ...title } as never });

const allMoves = [...moves, ['another agency gives its opinion', otherAgency] as const];

describe('a common move', () => {
  it.each(allMoves)('«%s» leaves a blank service without a mistake', (name, move) => {
    // what the starter has already is no move
    const moved = move(new FlowPlace(blank), at(blank, '/flow/states/review'));
    if (name === 'refuse with grounds') return expect(moved).toBeNull();
    if (!moved) throw new Error('no move');
    expect(mistakes(become(blank, moved.operations), 'blank')).toEqual([]);
  });

  it('all of them one after another leave it without a mistake', () => {
    let definition = blank;
    for (const [, move] of allMoves) {
      const moved = move(new FlowPlace(definition), at(definition, '/flow/states/review'));
      if (moved) definition = become(definition, moved.operations);
    }
    expect(mistakes(definition, 'blank')).toEqual([]);
    expect(new FlowPlace(definition).everyState().length).toBeGreaterThan(10);
  });
});

describe('states', () => {
  it('of every kind can be added behind another, and taken away again', () => {
    for (const kind of stateKinds) {
      const flow = new FlowPlace(blank);
      const added = addAfter(flow, at(blank, '/flow/states/review'), kind.name, (next) =>
        kind.make(flow, next),
      );
      const definition = become(blank, added.operations);
      if (kind.type === 'end') continue;
      const node = at(definition, added.at);
      expect(waysOf(node).length, kind.type).toBeGreaterThan(0);
      const without = become(definition, removeState(new FlowPlace(definition), node));
      expect(without, kind.type).toEqual(blank);
    }
  });

  it('are renamed wherever the definition speaks of them', () => {
    for (const node of new FlowPlace(shipped).everyState()) {
      const definition = become(shipped, renameState(new FlowPlace(shipped), node, 'anotherName'));
      expect(mistakes(definition, 'residence-registration'), node.name).toEqual([]);
    }
  });

  it('any edits of a flow undone give the same bytes', () => {
    const pick = fc.tuple(fc.nat(13), fc.nat(30), fc.nat(20));
    fc.assert(
      fc.property(fc.array(pick, { maxLength: 10 }), (edits) => {
        let history = opened(shipped);
        for (const edit of edits) history = edited(history, anyFlowEdit(history.present, edit));
        while (history.past.length > 0) history = undone(history);
        expect(written(history.present)).toBe(written(shipped));
      }),
      { numRuns: 80 },
    );
  });
});
