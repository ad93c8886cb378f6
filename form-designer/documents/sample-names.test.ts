import { expect, it } from 'vitest';
import { written } from '#core/definition/index.ts';
import type { JsonObject } from '#core/flow/types.ts';
import type { Json } from '../commands/json.ts';
import { givenOf } from '../feel/example.ts';
import { shippedLibrary, shippedServices } from '../real-definitions.testing.ts';
import { begun, namesBefore, submitted } from '../try/run.ts';
import { sampleData } from '../try/sample.ts';
import { serviceOf } from '../try/service-of.ts';
import { namesTried, sampleNames } from './sample-names.ts';

const ID = 'residence-registration';
const text = shippedServices.find(({ name }) => name.includes(ID))?.text ?? '';
const definition = JSON.parse(text) as Json;
const service = serviceOf(shippedLibrary as never, ID, definition);
const NOW = '2026-03-02T09:00:00.000Z';
const blank = begun(service, NOW);
const data = sampleData(service.bundle.form as never, namesBefore(blank)) as JsonObject;
const sample = sampleNames(shippedLibrary as never, ID, definition);

it('an expression gives what was entered in the trial, and of the sample where the trial has not come so far', () => {
  const sent = submitted(blank, { ...data, contact: { email: 'trial@people.example' } });
  expect(sent.refusal).toBeUndefined();
  const tried = namesTried(sent, definition);
  expect(givenOf('form.contact.email', { tried, sample }, undefined)).toEqual({
    value: '"trial@people.example"',
    isTried: true,
  });
  expect(givenOf('form.contact.email', { sample }, undefined)).toMatchObject({ isTried: false });
  // what nobody has entered yet is made up
  const places = Object.values(sent.kase?.places ?? {});
  expect(places.length).toBeGreaterThan(0);
  expect(givenOf('nobody.note', { tried, sample }, { nobody: NOTED })).toEqual({
    value: '"текст"',
    isTried: false,
  });
});

const NOTED = {
  kind: 'context',
  fields: { note: { kind: 'string' } },
} as never;

it('a trial that is not sent yet, or a definition that has changed since, leaves the sample', () => {
  expect(namesTried(blank, definition)).toBeUndefined();
  const sent = submitted(blank, data);
  const tried = namesTried(sent, JSON.parse(written(definition)) as Json);
  expect(givenOf('form.notThere + 1', { tried, sample: { form: { notThere: 1 } } }, undefined)).toEqual({
    value: '2',
    isTried: false,
  });
});
