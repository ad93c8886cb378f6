import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'jsonc-parser';
import { expect, it } from 'vitest';
import type { Service } from '../types.ts';
import { shape } from './shape.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');

it('the example of docs/format/migration.md is written as a migration is', () => {
  const [, example = ''] = /```jsonc\n([\s\S]+?)```/.exec(read('docs/format/migration.md')) ?? [];
  const { migrate } = parse(`{${example}}`) as { migrate: Service['migrate'] };
  expect(Object.keys(migrate ?? {})).toEqual(['from', 'when', 'renamed', 'states', 'data']);
  const service = JSON.parse(read('test/fixtures/mistakes/base/services/parking/service.json'));
  expect(shape('service', { ...service, migrate })).toEqual([]);
  const both = { ...service, migrate: { from: 1, states: { a: { enter: 'b', stays: { uk: 'в' } } } } };
  expect(shape('service', both).map(({ code }) => code)).not.toEqual([]);
});
