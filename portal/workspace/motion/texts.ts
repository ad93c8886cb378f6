import { defineTexts } from '#portal/theme/language.tsx';

/** Words of cases that an officer begins of their own motion. */
export const motionTexts = defineTexts(
  {
    title: 'Почати справу',
    lead: 'З ініціативи органу: ніхто не подавав заяви, справу починаєте ви.',
    none: 'Послуг, у яких ваша роль починає справи, немає',
    whom: 'Кого стосується справа',
    whomLead: 'Ця людина чи підприємство побачать справу в порталі, коли увійдуть.',
    nobodyLead: 'Справа органу: жодної особи вона не стосується.',
    next: 'Далі',
    check: 'Перевірте',
    checkLead:
      'Справа почнеться від вашого імені. Той, хто її почав, не вирішує її сам, якщо так визначено в послузі.',
    problems: 'Щоб почати справу, виправте або доповніть',
    submit: 'Почати справу',
    done: 'Справу почато',
    reference: 'Номер справи',
    doneLead: 'За номером статус видно без входу.',
    another: 'Почати ще одну',
    forget: 'Очистити все введене',
    forgetSure: 'Очистити все, що введено для цієї справи?',
    cancel: 'Скасувати',
  },
  {
    title: 'Begin a case',
    lead: 'Of the agency’s own motion: nobody applied, you begin the case.',
    none: 'Your role begins cases of no service',
    whom: 'Whom the case concerns',
    whomLead: 'This person or business sees the case in the portal once they sign in.',
    nobodyLead: 'A case of the agency: it concerns nobody.',
    next: 'Continue',
    check: 'Check',
    checkLead:
      'The case will begin in your name. Whoever begins it does not decide it alone where the service says so.',
    problems: 'To begin the case, correct or complete',
    submit: 'Begin the case',
    done: 'The case has begun',
    reference: 'Reference',
    doneLead: 'With it the status can be seen without signing in.',
    another: 'Begin another',
    forget: 'Clear everything entered',
    forgetSure: 'Clear everything entered for this case?',
    cancel: 'Cancel',
  },
);
