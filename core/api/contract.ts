import applicant from './applicant.schema.json' with { type: 'json' };
import common from './common.schema.json' with { type: 'json' };
import designer from './designer.schema.json' with { type: 'json' };
import { gathered, type Shape, type Shapes } from './gathered.ts';
import officer from './officer.schema.json' with { type: 'json' };
import type { Operation } from './operations.ts';
import open from './public.schema.json' with { type: 'json' };
import requests from './requests.schema.json' with { type: 'json' };
import type { ShapeOf } from './types.generated.ts';
import workspace from './workspace.schema.json' with { type: 'json' };

/** Every shape that crosses the wire. No function needs it: what they answer is typed by the same schemas. */
export const contract: Shapes<keyof ShapeOf> = gathered(
  common,
  requests,
  open,
  applicant,
  officer,
  workspace,
  designer,
);

/** A page of a list. `items`: the schema of a line. */
export const pageOf = (items: Shape): Shape => ({
  description: 'A page of a list.',
  type: 'object',
  properties: {
    items: { description: 'The lines.', type: 'array', items },
    cursor: { description: 'Asks for the next page; absent on the last.', type: 'string' },
  },
  required: ['items'],
});

/** The schema of what an operation answers, within `contract`; null where it answers no body. */
export function answerOf({ answer, listed }: Pick<Operation, 'answer' | 'listed'>): Shape | null {
  if (!answer) return null;
  const shape = { $ref: `#/$defs/${answer}` };
  return listed ? pageOf(shape) : shape;
}
