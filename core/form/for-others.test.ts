import { expect, it } from 'vitest';
import { forOthers } from './for-others.ts';

it('a page that speaks to the applicant has another heading for everyone else, any other page its own', () => {
  const about = { title: { uk: 'Про вас' }, titleForOthers: { uk: 'Заявник' }, fields: ['/person'] };
  const address = { title: { uk: 'Адреса' }, fields: ['/address'] };
  expect(forOthers([about, address]).map(({ title }) => title.uk)).toEqual(['Заявник', 'Адреса']);
});
