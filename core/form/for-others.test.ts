import { expect, it } from 'vitest';
import { forOthers } from './for-others.ts';

it('a page that speaks to the applicant has another heading for everyone else, with the group that bears it; any other its own', () => {
  const form = {
    pages: [
      {
        id: 'you',
        title: { uk: 'Про вас' },
        titleForOthers: { uk: 'Заявник' },
        fields: ['/person', '/contact'],
      },
      { id: 'address', title: { uk: 'Адреса' }, fields: ['/address'] },
    ],
    texts: {
      '/person': { title: { uk: 'Про вас' }, hint: { uk: 'Як у документі' } },
      '/contact': { title: { uk: 'Як звʼязатися' } },
    },
  };
  const seen = forOthers(form);
  expect(seen.pages.map(({ title }) => title.uk)).toEqual(['Заявник', 'Адреса']);
  expect(seen.texts['/person']).toEqual({ title: { uk: 'Заявник' }, hint: { uk: 'Як у документі' } });
  expect(seen.texts['/contact']).toBe(form.texts['/contact']);
});
