import { starter } from '#core/definition/starter.ts';
import type { Agency, Kind } from '#core/definition/types.ts';
import type { Json, JsonObject } from '../commands/json.ts';

/** The kinds that begin from blank. An agency does not: its first analyst is appointed when it is set up, by whoever runs the platform. */
export const blankKinds = ['service', 'registry', 'connector'] as const satisfies readonly Kind[];
export type BlankKind = (typeof blankKinds)[number];

/**
 * A new agency with the offices, roles and calendar of another. Its codes are left empty: the check names what is to be filled in. What
 * is the other's alone (short name, look, how many publish) goes.
 */
export function agencyLike(like: Agency, id: string, title: string): JsonObject {
  const { short: _, look: __, publishedBy: ___, ...rest } = like;
  const named = Object.fromEntries((like.languages ?? ['uk', 'en']).map((one) => [one, title]));
  return { ...rest, id, title: named, edrpou: '', katottg: '' } as unknown as JsonObject;
}

/** The least definition of a kind that is right as it stands, of an agency and in its languages. `role` decides in a service. */
export function blankOf(
  kind: BlankKind,
  id: string,
  agency: Agency,
  title: string,
  role: string,
): JsonObject {
  const text = (uk: string, en: string): JsonObject =>
    Object.fromEntries((agency.languages ?? ['uk', 'en']).map((one) => [one, one === 'uk' ? uk : en]));
  const head = { $schema: `https://kladka.example/schema/1/${kind}.json`, format: 1, id };
  switch (kind) {
    case 'service':
      return starter(id, agency, role, title) as unknown as Json & JsonObject;
    case 'registry':
      return {
        ...head,
        agency: agency.id,
        title: text(title, title),
        versions: [
          {
            version: 1,
            schema: {
              type: 'object',
              properties: { number: { type: 'string', minLength: 1, maxLength: 50 } },
              required: ['number'],
            },
            ui: {},
            texts: { '/number': { title: text('Номер', 'Number') } },
          },
        ],
        key: '/number',
        readers: {},
      };
    case 'connector':
      return {
        ...head,
        agency: agency.id,
        title: text(title, title),
        kind: 'rest',
        address: 'standin:',
        input: {
          type: 'object',
          properties: { number: { type: 'string', maxLength: 50 } },
          required: ['number'],
        },
        output: { type: 'object', properties: { found: { type: 'boolean' } }, required: ['found'] },
        texts: { '/found': { title: text('Чи знайдено', 'Whether it was found') } },
        standIn: { answers: [{ answer: { found: true } }] },
        timeout: 'PT10S',
      };
  }
}
