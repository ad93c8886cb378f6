import { checkFields, inOrder } from './check-fields.ts';
import { complete } from './complete.ts';
import { absent } from './entered.ts';
import { evaluated, holds, seen } from './expressions.ts';
import { schemaAt } from './flatten.ts';
import { refusedDifferences } from './lookups.ts';
import { withChoices } from './options.ts';
import { valueAt, within } from './pointer.ts';
import { resolve } from './resolve.ts';
import { isTakenOver } from './rows.ts';
import type { Entered, FieldProblem, FormDefinition, Names, ResolvedForm } from './types.ts';

const attach = { uk: 'Додайте файл', en: 'Attach a file' };
const notOfTheField = {
  uk: 'Значення, узяте зі справи, сюди не підходить, а змінити його тут не можна. Повідомте розробників послуги',
  en: 'The value taken over from the case does not fit here, and cannot be changed here. Tell those who maintain the service',
};

/** What is wrong with a value that nobody entered here is told as what it is: whoever reads it cannot mend it. */
const asTakenOver = (form: FormDefinition, problem: FieldProblem): FieldProblem =>
  isTakenOver(form, problem.pointer) ? { ...problem, message: notOfTheField } : problem;

/** No file was added, or the last one was taken out again. */
function noFile(data: Entered, pointer: string): boolean {
  const given = valueAt(data, pointer);
  return absent(data, pointer) || (Array.isArray(given) && given.length === 0);
}

/** Files that are needed, and are not there in number. */
function missingFiles(resolved: ResolvedForm, data: Entered): FieldProblem[] {
  return resolved.files.flatMap((file) => {
    const given = valueAt(data, file.at);
    const count = Array.isArray(given) ? given.length : given === undefined ? 0 : 1;
    return count < file.needed ? [{ pointer: file.at, code: 'required', message: attach }] : [];
  });
}

/** Rules that do not hold. A rule speaks only where its field shows, and once what it leans on is entered. */
function brokenRules(
  form: FormDefinition,
  resolved: ResolvedForm,
  data: Entered,
  names: Names,
): FieldProblem[] {
  const all = seen(form, data, names);
  return (form.rules ?? []).flatMap((rule, n) => {
    if (rule.at !== '' && !schemaAt(resolved.schema, rule.at)) return [];
    if (rule.when !== undefined && !holds(rule.when, all)) return [];
    return evaluated(rule.must, all) === false
      ? [{ pointer: rule.at, code: `rule${n}`, message: rule.say }]
      : [];
  });
}

/**
 * What is really sent (`complete`), and everything that is wrong with it, in the order of the form, at most one problem
 * a field: by the schema, the choices that data give, the files needed, the rules and what registries answered. `only`: the pointers of a page, to speak about that page alone.
 * Throws ExpressionError for an expression that is broken.
 */
export function judged(
  form: FormDefinition,
  data: Entered,
  names: Names,
  only?: readonly string[],
): { whole: Record<string, unknown>; problems: FieldProblem[] } {
  const whole = complete(form, data, names);
  const resolved = resolve(form, whole, names);
  const skipped = resolved.files.filter((file) => file.needed === 0).map((file) => file.at);
  const bySchema = checkFields(withChoices(form, whole, names), whole).filter(
    ({ pointer, code }) =>
      !(pointer in (form.computed ?? {})) &&
      !(skipped.includes(pointer) && (code === 'minItems' || code === 'required') && noFile(whole, pointer)),
  );
  const found = new Map<string, FieldProblem>();
  for (const problem of [
    ...bySchema.map((problem) => asTakenOver(form, problem)),
    ...missingFiles(resolved, whole),
    ...brokenRules(form, resolved, whole, names),
    ...refusedDifferences(form, whole, names, resolved),
  ])
    if (!found.has(problem.pointer)) found.set(problem.pointer, problem);
  const spoken = [...found.values()].filter(
    ({ pointer }) => only === undefined || only.some((field) => within(pointer, field)),
  );
  return { whole, problems: inOrder(spoken, resolved.schema) };
}

/** The problems alone of `judged`. */
export const validate = (...given: Parameters<typeof judged>): FieldProblem[] => judged(...given).problems;
