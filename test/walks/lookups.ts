import { expect } from 'vitest';
import type { CaseView, DraftView, LookupAnswer, Submitted } from '#core/api/types.ts';
import { ok } from '../stack/person.ts';
import { form, type People, SERVICE } from './residence.ts';

const APPLICATIONS = `/services/${SERVICE}/applications`;
const withNumber = (number: string, kind?: string) => ({
  ...form,
  dwelling: { ...(form.dwelling as object), number, ...(kind === undefined ? {} : { kind }) },
});

/**
 * A registry of another system is asked while a draft is filled in: what it finds, that it finds nothing, that it does not
 * answer; then the draft is sent with another kind of dwelling than the registry has, which the officer is told.
 */
export async function askWhileFilling({ olena, petro, registrar }: People): Promise<void> {
  const opened = await olena.command<DraftView>(APPLICATIONS, { language: 'uk' });
  const draft = ok(opened);
  const at = `${APPLICATIONS}/${draft.id}`;
  const ask = (number: string, person = olena, lookup = 'dwelling') =>
    person.command<LookupAnswer>(`${at}/lookups/${lookup}`, {
      form: { ...draft.form, ...withNumber(number) },
    });

  const found = ok(await ask('2534187480000'));
  expect(found).toMatchObject({ state: 'answered', answer: { kind: 'flat' } });
  // whoever types a number learns nothing of the owners
  expect(JSON.stringify(found)).not.toContain('2530414071');
  expect(ok(await ask('9534187480000'))).toEqual({ lookup: 'dwelling', state: 'unanswered' });
  expect(ok(await ask('12'))).toEqual({ lookup: 'dwelling', state: 'notAsked' });
  expect((await ask('2534187480000', petro)).status).toBe(404);
  expect((await ask('2534187480000', olena, 'nothing')).status).toBe(404);

  const body = { form: { ...draft.form, ...withNumber('2534187480000', 'house') }, language: 'uk' };
  ok(await olena.put(at, body, opened.headers.get('etag') ?? ''));
  const { id } = ok(await olena.command<Submitted>(`${at}/submit`));
  const seen = ok(await registrar.get<CaseView>(`/services/${SERVICE}/cases/${id}`));
  expect(seen.differences).toMatchObject([{ pointer: '/dwelling/kind', found: 'flat' }]);
  ok(await olena.command(`${APPLICATIONS}/${id}/withdraw`, { reason: 'Перевірка' }));
}
