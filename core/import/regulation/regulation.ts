import type { Connector, Flow, Form, Service, TaskForm, Text } from '#core/definition/types.ts';
import { under } from '#core/form/pointer.ts';
import { importFormio } from '../formio/form.ts';
import type { ImportOptions } from '../imported.ts';
import { isLoose, type Loose, looseIn, textOf, wordOf } from '../json.ts';
import { nearest } from '../nearest.ts';
import { reached } from '../reach.ts';
import { type Item, Report } from '../report.ts';
import { languageOf, Speech, type Words } from '../words.ts';
import type { Access } from './access.ts';
import { FlowMaking } from './flow.ts';
import { Naming } from './naming.ts';
import type { Element, Process } from './process.ts';
import * as say from './say.ts';

/** A form of form.io with the file that it stands in. */
export type FormFile = { readonly file: string; readonly form: Loose };

/** A process with its forms and its access, as parts of a service. */
export type Regulated = {
  readonly title: Words | undefined;
  readonly parts: Pick<Service, 'form'> & Partial<Service>;
  readonly connectors: readonly Connector[];
  readonly report: readonly Item[];
  /** Files of forms that the process took. */
  readonly files: readonly string[];
};

/** What an import into an agency is told: its roles, and the one that acts where the source names none of them. */
export type Roles = { readonly known: readonly string[]; readonly role: string };

/**
 * One process of a registry's regulation as a service: the first task of whoever starts it is the application, what follows is
 * the flow; who may start it is said by the access rules.
 */
export function importProcess(
  file: string,
  process: Process,
  forms: readonly FormFile[],
  access: readonly Access[],
  roles: Roles,
  options: ImportOptions,
): Regulated {
  const report = new Report(file);
  const elements = [...process.elements.values()];
  const language = options.language ?? languageOf(elements.map(({ name }) => name));
  const speech = new Speech(language, options.languages);
  const words = (text: string): Text => speech.name(text);
  const who = starters(process, access, roles, report);
  const taken = new Set<string>();
  const formOf = (key: string | undefined) => {
    const so = forms.filter(
      ({ form, file: name }) => [form.path, form.name].includes(key ?? '') || nameOf(name) === key,
    );
    // of several forms of one name the one of the same regulation, then the one whose file bears the name too
    const found = nearest(
      [...so].sort((a, b) => Number(nameOf(b.file) === key) - Number(nameOf(a.file) === key)),
      file,
    );
    if (found) taken.add(found.file);
    return found;
  };
  const first = application(process);
  const asked = formOf(first?.says.formKey);
  const made = asked && importFormio(asked.form, { ...options, file: asked.file });
  const form = made?.form ?? blank(first, words, report);
  const fields = topFields(form);
  const making = new FlowMaking(process, {
    report,
    naming: new Naming(['applicant', who.role]),
    role: who.role,
    application: first,
    isApplicants: ({ says, type }) =>
      who.applicant && type === 'UserTask' && /initiator|completer/.test(says.assignee ?? ''),
    taskForm: (element) => taskForm(element, formOf(element.says.formKey), options, report),
    pages: form.pages.map(({ id }) => id),
    fields,
    words,
  });
  const flow = making.flow(first ? first.ways[0]?.to : process.start);
  tellTheRest(process, making, first, report);
  return {
    title: speech.words(process.name),
    // a process names no grounds in law: whoever refuses in it takes the one of a service that was just begun
    parts: { form, flow, startedBy: who.startedBy, ...(refusing(flow) ? {} : { grounds: {} }) },
    connectors: [
      ...[...making.asked.values()].map(({ id, title }) => connector(id, title)),
      ...(made?.connectors ?? []),
    ],
    report: [...(made?.report ?? []), ...report.items],
    files: [...taken],
  };
}

const nameOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.json$/, '');

/** Gives every action that refuses the ground of a new service; true where there is one. */
function refusing({ states }: Flow): boolean {
  let found = false;
  const isRefusal = (to: unknown) => {
    const state = typeof to === 'string' ? states[to] : undefined;
    return state?.type === 'end' && state.kind === 'refused';
  };
  for (const state of Object.values(states)) {
    if (state.type === 'parallel')
      for (const branch of Object.values(state.branches)) found = refusing(branch) || found;
    if (state.type !== 'task') continue;
    for (const action of Object.values(state.actions))
      if (isRefusal(action.to)) {
        Object.assign(action, { grounds: ['notEntitled'], explain: true });
        found = true;
      }
  }
  return found;
}

/** Who starts the process: citizens and businesses, or officers of a role. */
function starters(process: Process, access: readonly Access[], { known, role }: Roles, report: Report) {
  const rules = access.filter((one) => one.process === process.id);
  const officers = rules.filter(({ realm }) => realm === 'officer').flatMap((one) => one.roles);
  const applicant = rules.length === 0 || rules.some(({ realm }) => realm !== 'officer');
  const named = officers.find((one) => known.includes(one)) ?? role;
  if (rules.length === 0)
    report.tell('access', 'approximated', process.id, {
      uk: 'Правил доступу до процесу немає: почати його може заявник',
      en: 'There are no access rules for the process: the applicant may start it',
    });
  for (const { realm, roles } of rules)
    for (const one of roles) {
      const same =
        realm === 'officer'
          ? one === named
          : ['citizen', 'individual', 'entrepreneur', 'legal'].includes(one);
      report.tell(
        'access',
        same ? 'exact' : 'approximated',
        process.id,
        same
          ? { uk: `Почати може «${one}»`, en: `“${one}” may start it` }
          : realm === 'officer'
            ? {
                uk: `Ролі «${one}» в органі немає: діє «${named}»`,
                en: `The agency has no role “${one}”: “${named}” acts`,
              }
            : {
                uk: `Почати може заявник, не лише «${one}»`,
                en: `The applicant may start it, not only “${one}”`,
              },
        { to: '/startedBy' },
      );
    }
  const startedBy = {
    ...(applicant ? { applicant: true } : {}),
    ...(officers.length > 0 ? { officer: { role: named } } : {}),
  };
  return { applicant, role: named, startedBy: startedBy as Service['startedBy'] };
}

const waysOf = (process: Process, id: string): string[] =>
  (process.elements.get(id)?.ways ?? []).map(({ to }) => to);

const startOf = ({ start }: Process): string[] => (start === undefined ? [] : [start]);

/** What the ways from an element lead to; itself only where one leads back. */
const reachedFrom = (process: Process, from: string): Set<string> =>
  reached(waysOf(process, from), (id) => waysOf(process, id));

/**
 * The task whose form is the application: of those to which the start leads with no other before them the one from which most of the
 * process is reached; the others only tell why it cannot go on.
 */
function application(process: Process): Element | undefined {
  const isFilledIn = (id: string) => process.elements.get(id)?.type === 'UserTask';
  const begun = reached(startOf(process), (id) => (isFilledIn(id) ? [] : waysOf(process, id)));
  const found = [...begun].filter(isFilledIn).flatMap((id) => process.elements.get(id) ?? []);
  const reach = (element: Element) => reachedFrom(process, element.id).size;
  return found.reduce<Element | undefined>(
    (best, one) => (best && reach(best) >= reach(one) ? best : one),
    undefined,
  );
}

/** Tells of every element that the flow has not come to: what stands before the application, and what nothing leads to. */
function tellTheRest(process: Process, making: FlowMaking, first: Element | undefined, report: Report): void {
  const told = new Set(report.items.map(({ source }) => source));
  const after = first ? reachedFrom(process, first.id) : new Set<string>();
  const begun = reached(startOf(process), (id) => waysOf(process, id));
  if (first) report.tell('state', 'exact', first.id, FORM_FIRST, { to: '/form' });
  for (const { id, name, type, script } of making.elements.values()) {
    const isAsked = making.visited.has(id) || id === first?.id || id === process.start;
    if (isAsked || told.has(id)) continue;
    const isBefore = first !== undefined && begun.has(id) && !after.has(id);
    if (/Annotation|Group/.test(type)) continue;
    report.tell('state', 'left', id, isBefore ? say.BEFORE : say.UNREACHED, { shown: script ?? name });
  }
}

const FORM_FIRST = {
  uk: 'Форма, з якої починають: це заява',
  en: 'The form to begin with: it is the application',
};

/** The top fields of a form that something is entered in. */
function topFields(form: Form): string[] {
  const schema = form.schema as { properties?: { [name: string]: { type?: string } } };
  return Object.entries(schema.properties ?? {})
    .filter(([, { type }]) => type !== 'null')
    .map(([name]) => under('', name));
}

/** A form to begin with where the process has none, or it was not given. */
function blank(first: Element | undefined, words: (text: string) => Text, report: Report): Form {
  const key = first?.says.formKey;
  report.tell(
    'definition',
    'left',
    first?.id ?? '',
    key
      ? {
          uk: `Форми «${key}» серед файлів немає: стоїть порожня`,
          en: `The form “${key}” is not among the files: a blank one stands`,
        }
      : {
          uk: 'Процес починають без форми: стоїть порожня',
          en: 'The process is started without a form: a blank one stands',
        },
  );
  const title = first?.name ? words(first.name) : { uk: 'Звернення', en: 'Request' };
  return {
    schema: { type: 'object', properties: { request: { type: 'string', maxLength: 2000 } } },
    texts: { '/request': { title: { uk: 'Зміст звернення', en: 'What you ask for' } } },
    pages: [{ id: 'page-1', title, fields: ['/request'] }],
  };
}

/** What is entered in a task: fields that only show what is known are left out, for the application shows them. */
function taskForm(
  element: Element,
  found: FormFile | undefined,
  options: ImportOptions,
  report: Report,
): TaskForm | undefined {
  const key = textOf(element.says.formKey);
  if (!found) {
    if (key !== undefined)
      report.tell('definition', 'left', element.id, {
        uk: `Форми «${key}» серед файлів немає`,
        en: `The form “${key}” is not among the files`,
      });
    return undefined;
  }
  const shown = new Set(
    looseIn(found.form.components, '').flatMap(([one]) => (one.disabled === true ? [wordOf(one.key)] : [])),
  );
  const components = (found.form.components as unknown[]).filter(
    (one) => !isLoose(one) || one.disabled !== true,
  );
  for (const name of shown)
    report.tell('field', 'exact', `${found.file}#${name}`, {
      uk: 'Поле лише показує відоме: його видно в заяві',
      en: 'The field only shows what is known: it is seen in the application',
    });
  const { form, report: items } = importFormio(
    { ...found.form, components },
    { ...options, file: found.file, asks: false },
  );
  report.items.push(...items);
  const { pages: _, prefill: __, ...kept } = form;
  const entered = Object.values((form.schema.properties ?? {}) as { [name: string]: { type?: string } });
  return entered.some(({ type }) => type !== 'null') ? (kept as TaskForm) : undefined;
}

/** A connector to be described: until then its stand-in answers with nothing. */
function connector(id: string, title: Text): Connector {
  return {
    $schema: 'https://kladka.example/schema/1/connector.json',
    format: 1,
    id,
    title,
    kind: 'rest',
    address: `https://${id}.example/`,
    input: { type: 'object' },
    output: { type: 'object' },
    request: { method: 'POST', path: '' },
    standIn: { answers: [{ answer: {} }] },
    due: 'P1D',
  } as unknown as Connector;
}
