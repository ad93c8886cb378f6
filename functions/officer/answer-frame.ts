import type { CaseView } from '#core/api/types.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { State } from '#core/definition/types.ts';
import type { FieldTexts, Schema } from '#core/form/types.ts';

type Frame = NonNullable<CaseView['answers'][number]['frame']>;
type Texts = { readonly [pointer: string]: FieldTexts };

/** How the answer of a call is read; nothing is known of the answers of other states. */
export const answerFrame = (service: ServiceRuntime, state: State): { frame?: Frame } =>
  state.type === 'call' ? frameOf(service, state) : {};

/** How the answer of a call or lookup is read: by the output of its connector, or by the record of its registry. */
export function frameOf(
  { live }: ServiceRuntime,
  use: { connector: string; operation?: string },
): { frame?: Frame } {
  const connector = live.connectors[use.connector];
  if (connector?.kind === 'registry') {
    const record = live.registries[connector.registry ?? '']?.versions.at(-1);
    if (!record) return {};
    const texts = Object.entries((record.texts ?? {}) as Texts);
    return {
      frame: {
        schema: { type: 'object', properties: { record: record.schema as Schema } },
        texts: Object.fromEntries(texts.map(([pointer, text]) => [`/record${pointer}`, text])),
      },
    };
  }
  const operation = use.operation === undefined ? undefined : connector?.operations?.[use.operation];
  const { output, texts } = operation?.output === undefined ? (connector ?? {}) : operation;
  if (output === undefined) return {};
  return { frame: { schema: output as Schema, ...(texts ? { texts: texts as Texts } : {}) } };
}
