import { kindOf } from '#core/definition/kind-of.ts';
import type { Service } from '#core/definition/types.ts';
import { isFormio } from './formio/component.ts';
import { importFormio } from './formio/form.ts';
import { isTranslations } from './formio/texts.ts';
import { type ImportedForm, type ImportOptions, NotImported } from './imported.ts';
import type { Loose } from './json.ts';
import type { Item } from './report.ts';
import { importSchema, isFormSchema } from './schema/form.ts';
import type { Words } from './words.ts';
import { importXgov, isXgov } from './xgov/form.ts';

/** What a file is. */
export type Format = 'formio' | 'xgov' | 'schema' | 'definition' | 'translations' | 'bpmn' | 'access';

/** A file that was read: its name and what it holds. */
export type Source = { readonly file: string; readonly format: Format; readonly value: unknown };

/** Reads a file: JSON of a format that is known. @throws NotImported */
export function sourceOf(file: string, text: string): Source {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new NotImported({ uk: `${file}: це не JSON (${why})`, en: `${file} is no JSON (${why})` });
  }
  const format = formatOf(value);
  if (!format) throw new NotImported(UNKNOWN(file));
  return { file, format, value };
}

const UNKNOWN = (file: string) => ({
  uk: `${file}: це не форма. Відомі: визначення Kladka, form.io, XGov, JSON Schema обʼєкта`,
  en: `${file} is no form. Known are: definitions of Kladka, form.io, XGov, JSON Schemas of an object`,
});

function formatOf(value: unknown): Format | undefined {
  if (kindOf(value)) return 'definition';
  if (isFormio(value)) return 'formio';
  if (isXgov(value)) return 'xgov';
  if (isFormSchema(value)) return 'schema';
  return isTranslations(value) ? 'translations' : undefined;
}

/** What an import made: parts of a service, and what became of each thing of the source. */
export type Imported = {
  readonly files: readonly string[];
  readonly title?: Words | undefined;
  /** The form; of a process also the flow, and who starts it. */
  readonly parts: Pick<Service, 'form'> & Partial<Service>;
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

const importedOf = (file: string, { title, form, report }: ImportedForm): Imported => ({
  files: [file],
  title,
  parts: { form },
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

/** Everything that can be made of some files together. */
export async function importAll(sources: readonly Source[], options: ImportOptions): Promise<Imported[]> {
  return sources
    .filter(({ format }) => ['formio', 'xgov', 'schema'].includes(format))
    .map((form) => importForm(form, options, translationsOf(form, sources)));
}

/** The service begun from blank, with what was imported in its place. */
export function serviceOf(begun: Service, { title, parts }: Imported, named = false): Service {
  const kept = Object.fromEntries(
    Object.keys(begun.title).map((language) => [language, title?.[language] ?? begun.title[language] ?? '']),
  );
  return { ...begun, ...parts, ...(named || !title ? {} : { title: kept }) };
}
