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

it('a form whose pages speak to nobody is the same for everyone', () => {
  const page = { id: 'one', title: { uk: 'Один' }, fields: ['/a'] };
  for (const form of [{ pages: [page], texts: {} }, { texts: {} }, {}]) expect(forOthers(form)).toBe(form);
});

it('a page that speaks to the applicant needs no texts beside its own, and takes only its own fields along', () => {
  const page = {
    id: 'you',
    title: { uk: 'Про вас' },
    titleForOthers: { uk: 'Заявник' },
    fields: ['/person', '/none'],
  };
  const other = { id: 'more', title: { uk: 'Про вас' }, fields: ['/elsewhere'] };
  expect(forOthers({ pages: [page] })).toEqual({ pages: [{ ...page, title: { uk: 'Заявник' } }], texts: {} });
  const texts = {
    '/person': { hint: { uk: 'Підказка' } },
    '/none': { title: { uk: 'Інше' } },
    '/elsewhere': { title: { uk: 'Про вас' } },
  };
  expect(forOthers({ pages: [page, other], texts })).toEqual({
    pages: [{ ...page, title: { uk: 'Заявник' } }, other],
    texts,
  });
});
