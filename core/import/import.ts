import { kindOf } from '#core/definition/kind-of.ts';
import type { Connector, Service } from '#core/definition/types.ts';
import { isFormio } from './formio/component.ts';
import { importFormio } from './formio/form.ts';
import { isTranslations } from './formio/texts.ts';
import { type ImportedForm, type ImportOptions, NotImported } from './imported.ts';
import type { Loose } from './json.ts';
import { type Access, accessIn } from './regulation/access.ts';
import { type Dictionary, dictionaryIn } from './regulation/lists/dictionary.ts';
import { type Lists, listsIn } from './regulation/lists/lists.ts';
import { type Model, modelIn } from './regulation/lists/model.ts';
import { processesIn } from './regulation/process.ts';
import { type ImportedRegistry, registriesOf } from './regulation/registries.ts';
import { importProcess, type Roles } from './regulation/regulation.ts';
import type { Item } from './report.ts';
import { importSchema, isFormSchema } from './schema/form.ts';
import type { Words } from './words.ts';
import { importXgov, isXgov } from './xgov/form.ts';

/** What a file is. */
export type Format =
  | 'formio'
  | 'xgov'
  | 'schema'
  | 'definition'
  | 'translations'
  | 'bpmn'
  | 'access'
  | 'model'
  | 'dictionary';

/** A file that was read: its name and what it holds. */
export type Source = { readonly file: string; readonly format: Format; readonly value: unknown };

/** Reads a file: JSON of a format that is known. @throws NotImported */
export function sourceOf(file: string, text: string): Source {
  if (/\.bpmn$/i.test(file)) return { file, format: 'bpmn', value: text };
  const ofRegulation = regulationFiles.find(({ ending }) => ending.test(file));
  if (ofRegulation) {
    const value = ofRegulation.read(text);
    if (!value) throw new NotImported(UNKNOWN(file));
    return { file, format: ofRegulation.format, value };
  }
  let value: unknown;
  try {
    // a stranger's file must not reach what every object inherits
    value = JSON.parse(text.replace(/^\uFEFF/, ''), (name, one) => (name === '__proto__' ? undefined : one));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new NotImported({ uk: `${file}: це не JSON (${why})`, en: `${file} is no JSON (${why})` });
  }
  const format = formatOf(value);
  if (!format) throw new NotImported(UNKNOWN(file));
  return { file, format, value };
}

/** Files of a regulation that go with its forms and processes. */
const regulationFiles = [
  { ending: /\.ya?ml$/i, format: 'access', read: accessIn },
  { ending: /\.xml$/i, format: 'model', read: modelIn },
  { ending: /\.csv$/i, format: 'dictionary', read: dictionaryIn },
] as const;

const UNKNOWN = (file: string) => ({
  uk: `${file}: це не форма. Відомі: визначення Kladka, form.io, XGov, JSON Schema обʼєкта, регламент реєстру (BPMN, правила доступу .yml, модель даних .xml, довідники .csv)`,
  en: `${file} is no form. Known are: definitions of Kladka, form.io, XGov, JSON Schemas of an object, the regulation of a registry (BPMN, access rules .yml, data model .xml, dictionaries .csv)`,
});

function formatOf(value: unknown): Format | undefined {
  if (kindOf(value)) return 'definition';
  if (isFormio(value)) return 'formio';
  if (isXgov(value)) return 'xgov';
  if (isFormSchema(value)) return 'schema';
  return isTranslations(value) ? 'translations' : undefined;
}

/** A file that nothing can be made of, and why. */
export type NotRead = { readonly file: string; readonly problem: NotImported };

/** What an import made: parts of a service, and what became of each thing of the source. */
export type Imported = {
  readonly files: readonly string[];
  readonly title?: Words | undefined;
  /** The form; of a process also the flow, and who starts it. */
  readonly parts: Pick<Service, 'form'> & Partial<Service>;
  /** Connectors that a process or a form asks, to be described. */
  readonly connectors?: readonly Connector[];
  readonly report: readonly Item[];
};

/** A form of another system as a form of ours. @param translations files of translations that go with it @throws NotImported */
export function importForm(
  source: Source,
  options: ImportOptions,
  translations: readonly Source[] = [],
): Imported {
  const given = source.value as Loose;
  const named = { file: source.file, ...options };
  switch (source.format) {
    case 'formio':
      return importedOf(
        source.file,
        importFormio(
          given,
          named,
          translations.map(({ value }) => value),
        ),
      );
    case 'xgov':
      return importedOf(source.file, importXgov(given, named));
    case 'schema':
      return importedOf(source.file, importSchema(given, named));
    default:
      throw new NotImported(UNKNOWN(source.file));
  }
}

const importedOf = (file: string, { title, form, connectors = [], report }: ImportedForm): Imported => ({
  files: [file],
  title,
  parts: { form },
  ...(connectors.length > 0 ? { connectors } : {}),
  report,
});

/** The translations that go with a form: of a single form all, else those of its own name and those of every form. */
function translationsOf(form: Source, all: readonly Source[]): Source[] {
  const files = all.filter(({ format }) => format === 'translations');
  if (all.filter(({ format }) => format === 'formio').length === 1) return files;
  const own = files.filter(({ file }) => nameOf(file) === nameOf(form.file));
  return [...files.filter(({ file }) => nameOf(file).startsWith('global')), ...own];
}

const nameOf = (file: string): string => file.split(/[/\\]/).at(-1) ?? file;

/**
 * Everything that can be made of some files together: of each process a service with the forms that it names, of each other form one,
 * of each table of a data model a registry.
 * @param roles of the agency
 */
export async function importAll(
  sources: readonly Source[],
  given: ImportOptions,
  roles: Roles,
): Promise<{ made: Imported[]; not: NotRead[]; registries: ImportedRegistry[] }> {
  const options: ImportOptions = { lists: listsOf(sources), ...given };
  const forms = sources.filter(({ format }) => ['formio', 'xgov', 'schema'].includes(format));
  const formio = forms
    .filter(({ format }) => format === 'formio')
    .map(({ file, value }) => ({ file, form: value as Loose }));
  const access = sources
    .filter(({ format }) => format === 'access')
    .flatMap(({ value }) => value as Access[]);
  const made: Imported[] = [];
  const not: NotRead[] = [];
  for (const { file, value } of sources.filter(({ format }) => format === 'bpmn'))
    try {
      for (const process of await processesIn(file, String(value))) {
        const { files, ...one } = importProcess(file, process, formio, access, roles, options);
        made.push({ files: [file, ...files], ...one });
      }
    } catch (error) {
      if (!(error instanceof NotImported)) throw error;
      not.push({ file, problem: error });
    }
  not.push(...alone(sources, made));
  const taken = new Set(made.flatMap(({ files }) => files));
  for (const form of forms)
    if (!taken.has(form.file)) made.push(importForm(form, options, translationsOf(form, sources)));
  const registries = sources
    .filter(({ format }) => format === 'model')
    .flatMap(({ file, value }) => registriesOf(file, (value as Model).tables, options))
    // a table that several files describe is one registry
    .filter(({ registry }, n, all) => all.findIndex((one) => one.registry.id === registry.id) === n);
  return { made, not, registries };
}

/** The lists that the files among some keep for the forms. */
function listsOf(sources: readonly Source[]): Lists {
  const of = <T>(wanted: Format) =>
    sources.filter(({ format }) => format === wanted).map(({ file, value }) => ({ ...(value as T), file }));
  return listsIn(of<Model>('model'), of<Dictionary>('dictionary'));
}

/** Files of which nothing can be made by themselves, or at all. `made`: of processes. */
function alone(sources: readonly Source[], made: readonly Imported[]): NotRead[] {
  const processes = new Set(
    made.flatMap(({ report }) => report.flatMap(({ what, source }) => (what === 'access' ? [source] : []))),
  );
  const hasFormio = sources.some(({ format }) => format === 'formio');
  return sources.flatMap(({ file, format, value }): NotRead[] => {
    const told = (uk: string, en: string) => [
      { file, problem: new NotImported({ uk: `${file}: ${uk}`, en: `${file} ${en}` }) },
    ];
    if (format === 'definition')
      return told(
        'це вже визначення Kladka, імпорт йому не потрібен',
        'is a definition of Kladka already and needs no import',
      );
    if (format === 'translations' && !hasFormio)
      return told(
        'це переклади: дайте разом із формою form.io',
        'holds translations: give it together with the form of form.io',
      );
    const holdsTables = format === 'model' && (value as Model).tables.length > 0;
    if ((format === 'model' || format === 'dictionary') && !hasFormio && !holdsTables)
      return told(
        'це дані, з яких форми беруть варіанти: дайте разом із формами',
        'holds what forms choose from: give it together with the forms',
      );
    if (format === 'access' && !(value as Access[]).some(({ process }) => processes.has(process)))
      return told(
        'це правила доступу: дайте разом із процесом, який вони називають',
        'holds access rules: give it together with a process that they name',
      );
    return [];
  });
}

/** The service begun from blank, with what was imported in its place. */
export function serviceOf(begun: Service, { title, parts }: Imported, named = false): Service {
  const kept = Object.fromEntries(
    Object.keys(begun.title).map((language) => [language, title?.[language] ?? begun.title[language] ?? '']),
  );
  return { ...begun, ...parts, ...(named || !title ? {} : { title: kept }) };
}
