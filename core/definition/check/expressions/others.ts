import { any, context, scalar, type Type, typeOfSchema } from '#core/expression/types/index.ts';
import { pointerOf } from '../../place.ts';
import { emptied, recordOf, wholeSchema } from '../../scope/answers.ts';
import type { Names } from '../../scope/results.ts';
import type { Connector, JsonSchema, Library, Problem, Registry } from '../../types.ts';
import { Asking, type Sight, wantedOf } from './ask.ts';
import { typeAt } from './form.ts';

type Contract = Pick<Connector, 'input' | 'request' | 'result' | 'failed' | 'standIn'>;

/** A connector: how it is asked, what is made of its answer, what its stand-in says. */
export function askConnector(library: Library, connector: Connector, asking = new Asking()): Problem[] {
  askContract(asking, library, connector, '');
  for (const [name, operation] of Object.entries(connector.operations ?? {}))
    askContract(
      asking,
      library,
      { ...(connector.input ? { input: connector.input } : {}), ...operation },
      `/operations/${name}`,
    );
  return asking.problems;
}

function askContract(asking: Asking, library: Library, contract: Contract, at: string): void {
  const schema = contract.input && wholeSchema(contract.input, library);
  const input: Type = schema ? typeOfSchema(schema, 'input').type : { kind: 'any' };
  const fields = input.kind === 'context' ? input.fields : {};
  const closed = Object.keys(fields).length > 0;
  const names: Names = { ...fields, input: { kind: 'context', fields, ...(closed ? {} : { open: true }) } };
  // what is not declared may be sent all the same: only then nothing is known of names
  if (!closed) return;
  const sight: Sight = { names, strict: false };
  const { request } = contract;
  if (request?.path !== undefined) asking.text(request.path, `${at}/request/path`, sight);
  for (const word of ['query', 'headers'] as const)
    for (const [name, source] of Object.entries(request?.[word] ?? {}))
      asking.ask(source, `${at}/request/${word}${pointerOf([name])}`, sight);
  if (request?.body !== undefined) asking.ask(request.body, `${at}/request/body`, sight);
  const answered: Sight = {
    names: { ...names, response: context({ status: scalar('number'), body: any }) },
    strict: false,
  };
  if (contract.result !== undefined) asking.ask(contract.result, `${at}/result`, answered);
  if (contract.failed !== undefined) asking.condition(contract.failed, `${at}/failed`, answered);
  for (const [n, one] of (contract.standIn?.answers ?? []).entries()) {
    if (one.when !== undefined) asking.condition(one.when, `${at}/standIn/answers/${n}/when`, sight);
    askAnswer(asking, one.answer, `${at}/standIn/answers/${n}/answer`, sight);
  }
}

function askAnswer(asking: Asking, value: unknown, at: string, sight: Sight): void {
  if (typeof value === 'string') asking.text(value, at, sight);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) askAnswer(asking, inner, at + pointerOf([key]), sight);
}

/** A registry: which records are public, how a record of the version before becomes one of this. */
export function askRegistry(library: Library, registry: Registry, asking = new Asking()): Problem[] {
  const record = recordOf(library, registry);
  const where = registry.public?.where;
  if (where !== undefined) asking.condition(where, '/public/where', { names: { record }, strict: true });
  let before: Type = any;
  for (const [n, version] of registry.versions.entries()) {
    const schema: JsonSchema = (wholeSchema(version.schema, library) as JsonSchema | undefined) ?? {};
    const { type } = typeOfSchema(schema, 'record');
    for (const [pointer, source] of Object.entries(version.migrate ?? {}))
      asking.ask(
        source,
        `/versions/${n}/migrate${pointerOf([pointer])}`,
        { names: { record: before }, strict: true },
        wantedOf(typeAt(type, pointer)),
      );
    before = type.kind === 'context' ? type : emptied(type);
  }
  return asking.problems;
}
