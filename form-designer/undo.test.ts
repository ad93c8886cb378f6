import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { written } from '#core/definition/index.ts';
import { anyPanelEdit, panelRooms } from './commands/any-edit.testing.ts';
import { edited, opened, redone, undone } from './commands/history.ts';
import type { Json } from './commands/json.ts';
import type { Operation } from './commands/operation.ts';
import { anyFlowEdit } from './flow/any-edit.testing.ts';
import { anyFormEdit } from './form/any-edit.testing.ts';
import { FormPlace } from './form/place.ts';
import { madeOf, realFiles, shippedLibrary, shippedServices } from './real-definitions.testing.ts';

const THOROUGH = process.env.MODE === 'thorough';

const rooms = ['form', 'flow', ...panelRooms];
/** An edit of a room of the designer, drawn from four numbers. */
const anyEdits = fc.array(
  fc.tuple(fc.constantFrom(...rooms), fc.array(fc.nat(100_000), { minLength: 4, maxLength: 4 })),
  { maxLength: 12 },
);

function editOf(definition: Json, room: string, numbers: readonly number[]): readonly Operation[] {
  if (room === 'form') return anyFormEdit(new FormPlace(definition, '/form', shippedLibrary.parts), numbers);
  if (room === 'flow') return anyFlowEdit(definition, numbers);
  return anyPanelEdit(definition, room, numbers);
}

/** Load, any edits in any rooms, undo all, save: the same bytes; redo all, save: what it had become. */
function holds(text: string, numRuns: number): void {
  fc.assert(
    fc.property(anyEdits, (edits) => {
      let history = opened(JSON.parse(text) as Json);
      for (const [room, numbers] of edits)
        history = edited(history, editOf(history.present, room, numbers), { together: room });
      const end = written(history.present);
      while (history.past.length > 0) history = undone(history);
      expect(written(history.present)).toBe(text);
      while (history.future.length > 0) history = redone(history);
      expect(written(history.present)).toBe(end);
    }),
    { numRuns },
  );
}

describe('load, any edits in every room of the designer, undo all, save gives the same bytes', () => {
  it.each(shippedServices)(
    'of what is shipped: $name',
    ({ text }) => {
      holds(text, THOROUGH ? 500 : 20);
    },
    THOROUGH ? 600_000 : 60_000,
  );

  const all = realFiles();
  // a few of each set, other ones each time; large ones only where there is time for them
  const small = all?.filter(({ size }) => size < 60_000) ?? [];
  const drawn = fc
    .sample(fc.shuffledSubarray(small, { minLength: small.length }), 1)
    .flat()
    .filter(({ set }, n, list) => list.slice(0, n).filter((one) => one.set === set).length < 2);
  it.skipIf(!all).each(THOROUGH ? (all ?? []) : drawn)(
    'of what is imported: $set/$name',
    async (file) => {
      const text = await madeOf(file);
      if (text !== undefined) holds(text, THOROUGH ? 40 : 5);
    },
    THOROUGH ? 600_000 : 60_000,
  );
});
