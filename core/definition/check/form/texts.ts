import { pointerOf, segments } from '../../place.ts';
import type { FieldTexts, Form, JsonSchema, Problem, TaskForm, Texts } from '../../types.ts';
import { mistake } from '../problem.ts';
import { keywords } from '../schema/keywords.ts';
import { choicesOf, type Fields, isLeaf } from './fields.ts';
import { missingKeys } from './unknown-field.ts';

/**
 * Every field has a name, every choice too; what is said is said of fields, choices and mistakes that exist.
 * @param all the texts of the form and of its parts
 */
export function checkTexts(
  form: Form | TaskForm,
  all: Texts | undefined,
  at: string,
  fields: Fields,
): Problem[] {
  const said = Object.entries(form.texts ?? {}).flatMap(([pointer, texts]) =>
    saidOf(pointer, texts, at + pointerOf([pointer]), fields),
  );
  // what a file is told to the server of nobody enters by hand
  const files = Object.values(form.files ?? {}).map((file) => `${file.at}/`);
  const entered = [...fields].filter(
    ([pointer]) => !pointer.endsWith('/*') && !files.some((f) => pointer.startsWith(f)),
  );
  const missing = entered.flatMap(([pointer, type]) => {
    const node = nodeAt(form.schema, pointer);
    const problems: Problem[] = [];
    // a note speaks in its hint alone
    const named =
      all?.[pointer]?.title ?? node?.title ?? (type.kind === 'any' ? all?.[pointer]?.hint : undefined);
    if (isLeaf(type) && named === undefined) problems.push(mistake('noTitle', at, { name: pointer }));
    const choices = type.kind === 'string' ? (choicesOf(type) ?? []) : [];
    // a single value is no choice, and choices may bring their own titles
    if (choices.length < 2 || hasTitles(node)) return problems;
    const options = all?.[pointer]?.options ?? {};
    for (const value of choices.map(String))
      if (!Object.hasOwn(options, value))
        problems.push(mistake('optionWithoutText', at, { name: pointer, value }));
    return problems;
  });
  return [...missingKeys(form.texts, at, fields), ...said, ...missing];
}

/** The texts of one field. */
export function saidOf(pointer: string, texts: FieldTexts, at: string, fields: Fields): Problem[] {
  const type = fields.get(pointer);
  if (!type) return [];
  const problems: Problem[] = [];
  const choices = type.kind === 'boolean' ? ['true', 'false'] : choicesOf(type)?.map(String);
  for (const value of Object.keys(texts.options ?? {})) {
    const path = `${at}/options${pointerOf([value])}`;
    const holes = { name: pointer, value, known: choices?.join(', ') ?? '' };
    if (choices && !choices.includes(value))
      problems.push(mistake('unknownOption', path, holes, [{ op: 'remove', path }]));
  }
  for (const name of Object.keys(texts.errors ?? {})) {
    const path = `${at}/errors${pointerOf([name])}`;
    if (!Object.hasOwn(keywords, name))
      problems.push(mistake('unknownErrorWord', path, { name }, [{ op: 'remove', path }]));
  }
  return problems;
}

/** The schema of a field where the form declares it straight. */
const nodeAt = (schema: JsonSchema, pointer: string): JsonSchema | undefined =>
  segments(pointer).reduce<JsonSchema | undefined>((at, step) => {
    const properties = at?.properties as { [name: string]: JsonSchema } | undefined;
    return (step === '*' ? at?.items : properties?.[step]) as JsonSchema | undefined;
  }, schema);

function hasTitles(node: JsonSchema | undefined): boolean {
  const choices = node?.oneOf;
  return Array.isArray(choices) && choices.every((c) => typeof (c as JsonSchema).title === 'string');
}
