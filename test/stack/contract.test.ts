import { expect, test } from 'vitest';
import { holdToContract } from './contract.ts';

const came = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});
const holding =
  (...asked: Parameters<typeof holdToContract>) =>
  () =>
    holdToContract(...asked);
const status = {
  reference: '123456789012',
  service: { uk: 'Послуга' },
  state: { uk: 'Перевірка' },
  changedAt: '2026-03-02T09:00:00.000Z',
};
const problem = { type: 'about:blank', status: 401, code: 'signedOut', title: 'Потрібно увійти.' };

test('an answer as the contract says passes, whatever is asked for after `?`', () => {
  expect(holding('GET', '/status/123456789012', came(200, status))).not.toThrow();
  expect(holding('GET', '/applications?cursor=x', came(200, { items: [], cursor: 'y' }))).not.toThrow();
  expect(holding('GET', '/applications', came(401, problem))).not.toThrow();
  expect(holding('DELETE', '/services/a/applications/1', came(204, null))).not.toThrow();
});

test('what differs is named with its place', () => {
  const at = '/status/123456789012';
  const { changedAt: _, ...undated } = status;
  expect(holding('GET', at, came(200, undated))).toThrow(/\/changedAt required/);
  expect(holding('GET', at, came(200, { ...status, state: { uk: 1 } }))).toThrow(/\/state\/uk type/);
  expect(holding('GET', at, came(200, { ...status, name: 'Олена' }))).toThrow(/\/name false/);
  expect(holding('GET', at, came(201, status))).toThrow(/the status is 201, not 200/);
  expect(holding('GET', '/applications', came(200, { items: [{ kind: 'draft' }] }))).toThrow(
    /\/items\/0\/id required/,
  );
});

test('a problem that the operation does not have, a missing header and an unknown operation are told', () => {
  expect(holding('GET', '/applications', came(409, { ...problem, status: 409, code: 'late' }))).toThrow(
    /the problem 409 late is none of/,
  );
  expect(
    holding('PUT', '/services/a/applications/1', came(200, { savedAt: '2026-03-02T09:00:00.000Z' })),
  ).toThrow(/there is no ETag/);
  expect(holding('GET', '/nothing', came(200, {}))).toThrow(/the contract has no operation GET \/nothing/);
});

test('a gateway that broke off is nobody’s answer', () => {
  expect(holding('GET', '/applications', came(502, null))).not.toThrow();
});
