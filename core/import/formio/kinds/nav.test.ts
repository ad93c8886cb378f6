import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '#core/form/types.ts';
import { validate } from '#core/form/validate.ts';
import { importFormio } from '../form.ts';

const formOf = (...components: object[]) =>
  importFormio({ components }, { languages: ['en'] }).form as unknown as FormDefinition;
const problems = (form: FormDefinition, data: object) =>
  validate(form, { ...data }, { today: '2026-03-02' }).map(({ pointer, code }) => `${pointer} ${code}`);

/** The first nine digits with the two check digits that the authority would give; undefined where it gives none. */
function withChecks(nine: string): string | undefined {
  const digits = [...nine].map(Number);
  const check = (weights: readonly number[]) => {
    const rest = weights.reduce((sum, weight, n) => sum + weight * (digits[n] ?? 0), 0) % 11;
    const digit = rest === 0 ? 0 : 11 - rest;
    digits.push(digit);
    return digit < 10;
  };
  return check([3, 7, 6, 1, 8, 9, 4, 5, 2]) && check([5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
    ? digits.join('')
    : undefined;
}

describe('a number of a person', () => {
  const form = formOf({ type: 'fnrfield', key: 'fnr', label: 'Number' });
  const some = ['130972480', '010100500', '290296111', '410190123', '014185123'].flatMap(
    (nine) => withChecks(nine) ?? [],
  );

  it('is taken with its check digits, of people and of those with a D number', () => {
    expect(some.length).toBeGreaterThan(2);
    for (const fnr of some) expect([fnr, problems(form, { fnr })]).toEqual([fnr, []]);
  });

  it('is not taken with another check digit, on a day that is none, or with letters', () => {
    const [first = ''] = some;
    const wrong = `${first.slice(0, 10)}${(Number(first[10]) + 1) % 10}`;
    expect(problems(form, { fnr: wrong })).toEqual(['/fnr rule0']);
    expect(problems(form, { fnr: '31020012345' })).toEqual(['/fnr pattern']);
    expect(problems(form, { fnr: '29020112345' })).toEqual(['/fnr pattern']);
    expect(problems(form, { fnr: 'abcdefghijk' })).toEqual(['/fnr pattern']);
  });
});

it('numbers of organisations and accounts are checked, with blanks or without', () => {
  const form = formOf(
    { type: 'orgNr', key: 'org', label: 'Org' },
    { type: 'bankAccount', key: 'bank', label: 'Bank' },
  );
  expect(problems(form, { org: '974760673', bank: '1234 56 78903' })).toEqual([]);
  expect(problems(form, { org: '974 760 673', bank: '12345678904' })).toEqual(['/bank rule1']);
  expect(problems(form, { org: '974760674' })).toEqual(['/org rule0']);
});

it('days keep their limits, and one that must come after another is held to it, in rows too', () => {
  const form = formOf(
    {
      type: 'navDatepicker',
      key: 'from',
      label: 'From',
      latestAllowedDate: -1,
      specificEarliestAllowedDate: '2000-01-01',
    },
    { type: 'navDatepicker', key: 'to', label: 'To', beforeDateInputKey: 'from', mayBeEqual: true },
    {
      type: 'datagrid',
      key: 'trips',
      label: 'Trips',
      components: [
        { type: 'navDatepicker', key: 'out', label: 'Out' },
        { type: 'navDatepicker', key: 'back', label: 'Back', beforeDateInputKey: 'trips.out' },
      ],
    },
  );
  expect(problems(form, { from: '2026-03-01', to: '2026-03-01' })).toEqual([]);
  expect(problems(form, { from: '2026-03-02' })).toEqual(['/from rule1']);
  expect(problems(form, { from: '1999-12-31' })).toEqual(['/from rule0']);
  expect(problems(form, { from: '2026-02-01', to: '2026-01-31' })).toEqual(['/to rule2']);
  const trip = (out: string, back?: string) => ({
    trips: [{ out: '2026-01-01' }, { out, ...(back ? { back } : {}) }],
  });
  expect(problems(form, trip('2026-01-02', '2026-01-03'))).toEqual([]);
  expect(problems(form, trip('2026-01-02', '2026-01-02'))).toEqual(['/trips rule3']);
});

it('an attachment asks what one does, and for files where one adds them now', () => {
  const attachmentValues = {
    leggerVedNaa: { enabled: true },
    levertTidligere: { enabled: true },
    nav: { enabled: false },
  };
  const form = formOf({
    type: 'attachment',
    key: 'proof',
    label: 'Proof',
    attachmentValues,
    validate: { required: true },
  });
  const properties = form.schema.properties as { proof: object };
  expect(properties.proof).toEqual({ type: 'string', enum: ['leggerVedNaa', 'levertTidligere'] });
  expect(form.files).toMatchObject({ proofFiles: { at: '/proofFiles' } });
  expect(form.schema.allOf).toMatchObject([{ if: { properties: { proof: { enum: ['leggerVedNaa'] } } } }]);
});
