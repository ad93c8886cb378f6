import { expect, test } from 'vitest';
import { needsOf } from './watch.ts';

test.each([
  ['service-definitions/services/a/service.json', [{ kind: 'service', id: 'a' }]],
  ['service-definitions/services/a', [{ kind: 'service', id: 'a' }]],
  ['service-definitions/services/a/scenarios/one.json', []],
  ['service-definitions/connectors/email.json', [{ kind: 'stacks' }]],
  ['functions/handlers/verify.ts', [{ kind: 'code' }]],
  ['functions/store/drain.test.ts', []],
  ['infra/rights.ts', [{ kind: 'stacks' }]],
  ['infra/local/watch.ts', []],
  ['core/case/decide.ts', [{ kind: 'stacks' }, { kind: 'portal' }]],
  ['portal/citizen/home.tsx', [{ kind: 'portal' }]],
])('a change of %s makes necessary what it concerns', (file, needs) => {
  expect(needsOf(file)).toEqual(needs);
});
