import type { Pointer, Text } from '#core/flow/types.ts';
import type { FieldRefusal, Refusal, RefusalCode } from './refusal.ts';

/** Thrown inside a decision and caught by `decide`: a command is refused by name, never half done. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** Refuses the command. `uk` and `en` say what is wrong and how to mend it. */
export function refuse(code: RefusalCode, uk: string, en: string, pointer?: Pointer): never {
  throw new Refused({ code, message: { uk, en }, ...(pointer === undefined ? {} : { pointer }) });
}

/** Refuses with a text that stands elsewhere: in the definition, or with its like. */
export function refuseSaying(code: RefusalCode, message: Text, pointer?: Pointer): never {
  throw new Refused({ code, message, ...(pointer === undefined ? {} : { pointer }) });
}

/** Refuses what was entered, field by field. */
export function refuseFields(fields: FieldRefusal[], at: Pointer): never {
  throw new Refused({
    code: 'invalidData',
    message: {
      uk: `Виправте позначені поля: ${fields.length}`,
      en: `Correct the fields that are named: ${fields.length}`,
    },
    pointer: at,
    fields,
  });
}

/** What the definition says cannot be done: a fault of the service, never of the person. `check` finds most beforehand. */
export function fault(where: string, why: string): never {
  return refuse(
    'definitionFault',
    `Помилка в описі послуги (${where}): ${why}. Повідомте розробників послуги`,
    `A fault in the definition of the service (${where}): ${why}. Tell those who maintain it`,
  );
}
