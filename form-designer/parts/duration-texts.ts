import { defineTexts } from '#portal/theme/language.tsx';

/** Words for terms: what is wrong with one that was typed, and how to write it. */
export const durationTexts = defineTexts(
  {
    example: 'наприклад, 5 робочих днів',
    exampleOfCalendar: 'наприклад, 3 роки',
    needed: 'Без цього не можна. Напишіть, скільки: «7 днів», «2 тижні»',
    unknown:
      'Незрозуміло, скільки це. Напишіть число й одиницю: «5 робочих днів», «2 тижні», «1 рік 6 місяців» або P14D',
    unknownOfCalendar:
      'Незрозуміло, скільки це. Напишіть число й одиницю: «7 днів», «2 тижні», «1 рік 6 місяців» або P14D',
    zero: 'Нуль нічого не триває. Напишіть число від 1',
    mixed: 'Робочі дні не додаються до інших одиниць. Лишіть одне: «5 робочих днів» або «1 тиждень 3 дні»',
    twice: 'Одну одиницю названо двічі. Додайте їх: «5 тижнів» замість «2 тижні 3 тижні»',
    calendar: 'Тут рахують за календарем, робочих днів немає. Напишіть дні, тижні, місяці чи роки: «7 днів»',
    most: 'Забагато: щонайбільше 1000 робочих днів або 10 000 годин. Напишіть менше або в місяцях чи роках',
  },
  {
    example: 'such as 5 working days',
    exampleOfCalendar: 'such as 3 years',
    needed: 'It cannot be left out. Write how long: “7 days”, “2 weeks”',
    unknown:
      'It is not clear how long that is. Write a number and a unit: “5 working days”, “2 weeks”, “1 year 6 months”, or P14D',
    unknownOfCalendar:
      'It is not clear how long that is. Write a number and a unit: “7 days”, “2 weeks”, “1 year 6 months”, or P14D',
    zero: 'Nothing lasts for zero. Write a number from 1',
    mixed: 'Working days do not go with other units. Leave one: “5 working days” or “1 week 3 days”',
    twice: 'One unit is named twice. Add them up: “5 weeks” instead of “2 weeks 3 weeks”',
    calendar:
      'Days of the calendar count here, there are no working days. Write days, weeks, months or years: “7 days”',
    most: 'Too many: at most 1000 working days or 10,000 hours. Write fewer, or months or years',
  },
);
