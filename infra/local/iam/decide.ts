import { type Json, object, texts } from '../template/json.ts';
import type { Statement } from './policies.ts';

/** What a call asks for: one action on one resource, with the keys that conditions may name. */
export type Asked = { action: string; resource: string; keys: Record<string, string[]> };

/** A condition that this machine does not judge. Better a loud stop than a right nobody checked. */
export class ConditionError extends Error {
  readonly code = 'condition';
}

const patterns = new Map<string, RegExp>();

/** Whether a text matches a pattern with `*` and `?`, as in actions, resources and StringLike. */
export function like(pattern: string, value: string, ignoreCase = false): boolean {
  const name = `${ignoreCase}${pattern}`;
  let expression = patterns.get(name);
  if (!expression) {
    const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    expression = new RegExp(
      `^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`,
      ignoreCase ? 'is' : 's',
    );
    patterns.set(name, expression);
  }
  return expression.test(value);
}

/** Traffic on one machine never leaves it, so what asks for TLS is taken as met. */
const TRANSPORT = 'aws:SecureTransport';
const KNOWN = new Set([
  'dynamodb:LeadingKeys',
  'dynamodb:Attributes',
  'dynamodb:Select',
  'dynamodb:ReturnValues',
  'ses:FromAddress',
  's3:prefix',
  'cloudwatch:namespace',
  // a call made directly never comes by way of a service, so such a right never applies to it
  'kms:ViaService',
]);

type Test = (wanted: string[], value: string) => boolean;

const TESTS: Record<string, Test> = {
  StringEquals: (wanted, value) => wanted.includes(value),
  StringNotEquals: (wanted, value) => !wanted.includes(value),
  StringLike: (wanted, value) => wanted.some((pattern) => like(pattern, value)),
  StringNotLike: (wanted, value) => !wanted.some((pattern) => like(pattern, value)),
};

function conditionHolds(
  operator: string,
  key: string,
  wanted: Json | undefined,
  given: Record<string, string[]>,
): boolean {
  if (operator === 'Bool' && key === TRANSPORT) return texts(wanted).includes('true');
  const [quantifier, bare] = operator.includes(':') ? operator.split(':') : ['', operator];
  const optional = bare?.endsWith('IfExists') ?? false;
  const test = TESTS[(bare ?? '').replace(/IfExists$/, '')];
  if (!test || !KNOWN.has(key))
    throw new ConditionError(
      `a policy has the condition ${operator} on ${key}, which the local stack does not judge: ` +
        'use dynamodb:LeadingKeys, dynamodb:Attributes or a resource instead, or teach infra/local/iam/decide.ts',
    );
  const values = given[key] ?? [];
  const list = texts(wanted);
  // as AWS: ForAllValues holds for no value at all, ForAnyValue and the plain operators need one
  if (quantifier === 'ForAllValues') return values.every((value) => test(list, value));
  if (values.length === 0) return optional || operator.includes('Not');
  return quantifier === 'ForAnyValue'
    ? values.some((value) => test(list, value))
    : values.every((value) => test(list, value));
}

const conditionsHold = (statement: Statement, keys: Record<string, string[]>): boolean =>
  Object.entries(statement.condition).every(([operator, tests]) =>
    Object.entries(object(tests)).every(([key, wanted]) => conditionHolds(operator, key, wanted, keys)),
  );

const concerns = (statement: Statement, asked: Asked): boolean => {
  const named =
    statement.actions.length > 0
      ? statement.actions.some((action) => like(action, asked.action, true))
      : !statement.notActions.some((action) => like(action, asked.action, true));
  return named && statement.resources.some((resource) => like(resource, asked.resource));
};

/** The statements of a role that concern an action on a resource, remembered: entries of a transaction ask the same again. */
const concerned = new WeakMap<Statement[], Map<string, Statement[]>>();
const MOST_REMEMBERED = 1000;

function concerning(statements: Statement[], asked: Asked): Statement[] {
  const known = concerned.get(statements) ?? new Map<string, Statement[]>();
  concerned.set(statements, known);
  const name = `${asked.action} ${asked.resource}`;
  const found = known.get(name) ?? statements.filter((statement) => concerns(statement, asked));
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(name, found);
  return found;
}

/**
 * Whether a role's policies allow what is asked: a Deny wins, without an Allow nothing is allowed.
 * Throws {@link ConditionError} for a condition it does not know, even where the rest would not match.
 */
export function allows(statements: Statement[], asked: Asked): boolean {
  let allowed = false;
  for (const statement of concerning(statements, asked)) {
    if (!conditionsHold(statement, asked.keys)) continue;
    if (statement.effect === 'Deny') return false;
    allowed = true;
  }
  return allowed;
}

/** Every condition of a role, tried once at the start, so that an unknown one stops the start and not a call. */
export function judgeable(statements: Statement[]): void {
  for (const statement of statements) conditionsHold(statement, {});
  for (const statement of statements)
    for (const [operator, tests] of Object.entries(statement.condition))
      for (const [key, wanted] of Object.entries(object(tests))) conditionHolds(operator, key, wanted, {});
}
