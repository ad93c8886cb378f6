import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transliterated } from './transliterate.ts';

/** The examples of the resolution itself: letter by letter, and the two notes below its table. */
const EXAMPLES =
  `Алушта Alushta, Андрій Andrii, Борщагівка Borshchahivka, Борисенко Borysenko, Вінниця Vinnytsia, Володимир Volodymyr,
Гадяч Hadiach, Богдан Bohdan, Згурський Zghurskyi, Ґалаґан Galagan, Ґорґани Gorgany, Донецьк Donetsk, Дмитро Dmytro, Рівне Rivne,
Олег Oleh, Есмань Esman, Єнакієве Yenakiieve, Гаєвич Haievych, Короп'є Koropie, Житомир Zhytomyr, Жанна Zhanna, Жежелів Zhezheliv,
Закарпаття Zakarpattia, Казимирчук Kazymyrchuk, Медвин Medvyn, Михайленко Mykhailenko, Іванків Ivankiv, Іващенко Ivashchenko,
Їжакевич Yizhakevych, Кадиївка Kadyivka, Мар'їне Marine, Йосипівка Yosypivka, Стрий Stryi, Олексій Oleksii, Київ Kyiv, Коваленко Kovalenko,
Лебедин Lebedyn, Леонід Leonid, Миколаїв Mykolaiv, Маринич Marynych, Ніжин Nizhyn, Наталія Nataliia, Одеса Odesa, Онищенко Onyshchenko,
Полтава Poltava, Петро Petro, Решетилівка Reshetylivka, Рибчинський Rybchynskyi, Суми Sumy, Соломія Solomiia, Тернопіль Ternopil, Троць Trots,
Ужгород Uzhhorod, Уляна Uliana, Фастів Fastiv, Філіпчук Filipchuk, Харків Kharkiv, Христина Khrystyna, Біла_Церква Bila_Tserkva,
Стеценко Stetsenko, Чернівці Chernivtsi, Шевченко Shevchenko, Шостка Shostka, Кишеньки Kyshenky, Щербухи Shcherbukhy, Гоща Hoshcha,
Гаращенко Harashchenko, Юрій Yurii, Корюківка Koriukivka, Яготин Yahotyn, Ярошенко Yaroshenko, Костянтин Kostiantyn, Знам'янка Znamianka,
Феодосія Feodosiia, Згорани Zghorany, Розгон Rozghon`
    .split(/,\s*/)
    .map(
      (pair) =>
        pair
          .replaceAll('_', ' ')
          .match(/^(.*[\p{Script=Cyrillic}]) (.+)$/u)
          ?.slice(1) ?? [pair, ''],
    );

describe('Ukrainian in Latin letters', () => {
  it.each(EXAMPLES)('writes %s as %s', (uk, latin) => {
    expect(transliterated(uk)).toBe(latin);
  });
  it('takes any apostrophe', () => {
    expect(['Знам’янка', 'Знамʼянка'].map(transliterated)).toEqual(['Znamianka', 'Znamianka']);
  });
  it('begins anew after a hyphen and a blank, not after an apostrophe', () => {
    expect(transliterated('Івано-Франківськ, Нова Ємільчина, пʼята')).toBe(
      'Ivano-Frankivsk, Nova Yemilchyna, piata',
    );
  });
  it('keeps capitals', () => {
    expect(['ЩЕРБУХИ', 'Щербухи', 'ЗГОРАНИ', 'Я'].map(transliterated)).toEqual([
      'SHCHERBUKHY',
      'Shcherbukhy',
      'ZGHORANY',
      'Ya',
    ]);
  });
  it('leaves no Ukrainian letter, and what is Latin as it is', () => {
    const ukrainian = fc.string({ unit: fc.constantFrom(...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя АЯЄЇЮЙЗГ-') });
    fc.assert(fc.property(ukrainian, (text) => /^[A-Za-z -]*$/.test(transliterated(text))));
    fc.assert(
      fc.property(ukrainian, (text) => transliterated(transliterated(text)) === transliterated(text)),
    );
  });
});
