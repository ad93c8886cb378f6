import { agency } from './words/agency.ts';
import { expressions } from './words/expressions.ts';
import { flow } from './words/flow.ts';
import { form } from './words/form.ts';
import { migration } from './words/migration.ts';
import { others } from './words/others.ts';
import { people } from './words/people.ts';
import { references } from './words/references.ts';
import { shape } from './words/shape.ts';
import type { Word } from './words/word.ts';

/** The mistakes by what they are about, each group with its title. */
export const groups = [
  { title: { uk: 'Будова', en: 'Shape' }, words: shape },
  { title: { uk: 'Імена й посилання', en: 'Names and references' }, words: references },
  { title: { uk: 'Форма', en: 'Form' }, words: form },
  { title: { uk: 'Рух справи', en: 'Flow' }, words: flow },
  { title: { uk: 'Вирази', en: 'Expressions' }, words: expressions },
  { title: { uk: 'Сторони, ролі та що вони бачать', en: 'Parties, roles and what they see' }, words: people },
  { title: { uk: 'Органи, календарі, дні', en: 'Agencies, calendars, days' }, words: agency },
  { title: { uk: 'Реєстри та зʼєднання', en: 'Registries and connectors' }, words: others },
  { title: { uk: 'Перехід справ на нову версію', en: 'Migration of open cases' }, words: migration },
] as const satisfies readonly { title: { uk: string; en: string }; words: Record<string, Word> }[];

/** Every mistake by its code (docs/problems.md lists them with their mend). */
export const words = {
  ...shape,
  ...references,
  ...form,
  ...flow,
  ...expressions,
  ...people,
  ...others,
  ...agency,
  ...migration,
} satisfies Record<string, Word>;

export type Code = keyof typeof words;
