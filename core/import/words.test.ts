import { expect, it } from 'vitest';
import { dictionariesOf, isTranslations, ownLanguage } from './formio/texts.ts';
import { hasMarkup, languageCode, languageOf, plain, Speech } from './words.ts';

it.each([
  ['Fish &amp; chips', 'Fish & chips'],
  ['&#8217;&#x2019;&copy;&#0;&#9999999999;', '’’&copy;&#0;&#9999999999;'],
  ['<p>One</p><p>two</p>', 'One\ntwo'],
  ['<ul><li>a</li><li>b</li></ul>', '– a\n– b'],
  ['<a href="https://x.example">Read</a>', 'Read (https://x.example)'],
  ['<a href="https://x.example">https://x.example</a>', 'https://x.example'],
  ['  a \n\n  b&nbsp;c ', 'a\nb c'],
  ['<br>', ''],
])('%s is read as %j', (html, text) => expect(plain(html)).toBe(text));

it('markup is told from signs that only look like it', () => {
  expect(['<b>x</b>', '<br/>', 'a < b', '1 <2> 3'].map(hasMarkup)).toEqual([true, true, false, false]);
});

it('languages are told by their tags, by the letters, and by the dictionary that changes nothing', () => {
  expect(['nb-NO', 'EN', 'uk_UA'].map(languageCode)).toEqual(['nb', 'en', 'uk']);
  expect(languageOf(['Імʼя', 'OK'])).toBe('uk');
  expect(languageOf(['Name'], 'nb')).toBe('nb');
  expect(languageOf([])).toBe('en');
  expect(ownLanguage({ nb: { Navn: 'Navn', Dag: 'Dag' }, en: { Navn: 'Name', Dag: 'Day' } })).toBe('nb');
  expect(ownLanguage({ en: { Navn: 'Name' }, de: {} })).toBeUndefined();
});

it('words come in every language that is translated, and in those that are wanted', () => {
  const speech = new Speech('nb', ['uk', 'en'], {
    en: { Navn: '<b>Name</b>', Dag: ' ' },
    nb: { Navn: 'Annet' },
  });
  expect(speech.words('Navn')).toEqual({ nb: 'Navn', en: 'Name', uk: 'Name' });
  expect(speech.words('<p>Navn</p>')).toEqual({ nb: 'Navn', en: 'Name', uk: 'Name' });
  expect(speech.words('Dag')).toEqual({ nb: 'Dag', en: 'Dag', uk: 'Dag' });
  expect([speech.words(''), speech.words('<br>'), speech.words(7)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect([...(speech.untranslated.uk ?? [])]).toEqual(['Navn', 'Dag']);
  expect([...(speech.untranslated.en ?? [])]).toEqual(['Dag']);
});

it.each([
  ['texts by language', { en: { Navn: 'Name', Dag: '' } }, true],
  ['texts that stand with a scope', { 'nb-NO': { Navn: { value: 'Navn', scope: 'x' } } }, true],
  ['lists of such', { en: [{ translations: { Navn: 'Name' } }] }, true],
  ['a list of something else', { en: [{ Navn: 'Name' }] }, false],
  ['a form', { components: [], display: 'form' }, false],
  ['texts by something that is no language', { settings: { a: 'b' } }, false],
  ['a language of no texts', { en: { a: 7 } }, false],
  ['a language of nothing', { en: 7 }, false],
  ['nothing', {}, false],
  ['a list', [], false],
])('a file of translations: %s', (_, value, is) => expect(isTranslations(value)).toBe(is));

it('of two translations of a text that of the later file wins', () => {
  const first = { 'en-GB': { Navn: 'Name', Dag: 'Day', Tom: 7 } };
  const second = { en: [{ translations: { Navn: { value: 'Full name' } } }, 'no list'] };
  expect(dictionariesOf([first, second, null])).toEqual({ en: { Navn: 'Full name', Dag: 'Day' } });
});
