import type { Agency, Service, Text } from './types.ts';

/** The least service that works from application to outcome. Its texts are to be rewritten by its analyst. */
export function starter(id: string, agency: Agency, role: string, title: string): Service {
  const languages = agency.languages ?? ['uk', 'en'];
  const text = (uk: string, en: string): Text =>
    Object.fromEntries(languages.map((language) => [language, language === 'uk' ? uk : en]));
  return {
    $schema: 'https://kladka.example/schema/1/service.json',
    format: 1,
    id,
    agency: agency.id,
    title: text(title, title),
    summary: text('Коротко: що отримає людина', 'In short: what one gets'),
    startedBy: { applicant: true },
    channels: ['portal'],
    deliver: ['portal'],
    parties: { applicant: { who: ['person'], through: ['self'], assurance: 'substantial' } },
    roles: {
      [role]: {
        title: agency.roles[role]?.title ?? text(role, role),
        office: `"${agency.fallback}"`,
        sees: ['form'],
      },
    },
    grounds: {
      notEntitled: {
        title: text('Немає права на послугу', 'Not entitled to the service'),
        act: 'Вкажіть акт і статтю',
      },
    },
    form: {
      schema: {
        type: 'object',
        properties: { request: { type: 'string', minLength: 1, maxLength: 2000 } },
        required: ['request'],
      },
      ui: { request: { 'ui:widget': 'textarea' } },
      texts: { '/request': { title: text('Про що ви просите?', 'What do you ask for?') } },
      pages: [{ id: 'request', title: text('Ваше звернення', 'Your request'), fields: ['/request'] }],
    },
    flow: {
      initial: 'review',
      states: {
        review: {
          type: 'task',
          role,
          due: { workingDays: 5 },
          overdue: { raise: role },
          actions: {
            approve: { to: 'granted' },
            refuse: { to: 'refused', grounds: ['notEntitled'], explain: true },
          },
        },
        granted: {
          type: 'end',
          outcome: 'granted',
          kind: 'granted',
          say: text('Заяву задоволено', 'Your application is granted'),
        },
        refused: {
          type: 'end',
          outcome: 'refused',
          kind: 'refused',
          say: text('У заяві відмовлено', 'Your application is refused'),
        },
      },
    },
    retention: {
      granted: 'P5Y',
      refused: 'P5Y',
      left: 'P1Y',
      withdrawn: 'P1Y',
      cancelled: 'P1Y',
      draft: 'P30D',
    },
  };
}
