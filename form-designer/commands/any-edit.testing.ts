import { under } from '#core/form/pointer.ts';
import { isList, isObject, type Json, listOf, objectOf, shifted } from './json.ts';
import type { Operation } from './operation.ts';

/** The rooms of the designer whose edits are made straight in their panels, with what of the definition each draws. */
const rooms: { readonly [room: string]: readonly string[] } = {
  parties: ['parties', 'roles', 'parameters', 'grounds'],
  documents: ['documents'],
  messages: ['messages'],
  details: [
    'title',
    'summary',
    'startedBy',
    'channels',
    'deliver',
    'needs',
    'legalBasis',
    'decideWithin',
    'retention',
    'availability',
    'data',
    'after',
  ],
};

/** The rooms that `anyPanelEdit` edits. */
export const panelRooms = Object.keys(rooms);

/** What a panel adds under a new name, where there is nothing alike yet. */
const fresh: { readonly [part: string]: Json } = {
  parties: { title: { uk: 'Власник' }, identify: { rnokpp: 'form.rnokpp' }, sees: ['form'] },
  roles: { title: { uk: 'Роль' }, office: '"central"', sees: ['form'] },
  parameters: [{ from: '2026-01-01', value: 0 }],
  grounds: { title: { uk: 'Підстава' }, act: 'Вкажіть акт і статтю' },
  documents: {
    title: { uk: 'Довідка' },
    body: [{ type: 'text', text: { uk: 'Текст', en: 'Text' } }],
    verify: true,
  },
  messages: {
    to: 'applicant',
    channels: ['email'],
    subject: { uk: 'Лист' },
    body: { uk: 'Заява {{ case.reference }}.' },
  },
  needs: { uk: 'Паспорт' },
  legalBasis: { title: { uk: 'Закон' } },
  channels: 'counter',
  deliver: 'counter',
};
/** What of the details is begun where the definition does not say it yet. */
const begun: { readonly [part: string]: Json } = {
  startedBy: { applicant: true },
  channels: ['portal'],
  deliver: ['portal'],
  needs: [{ uk: 'Паспорт' }],
  legalBasis: [{ title: { uk: 'Закон' } }],
  decideWithin: { workingDays: 30, from: 'submitted', until: ['granted'] },
};

/** Every value below a place of a definition, that itself first. */
const below = (value: Json, at: string): { at: string; value: Json }[] => [
  { at, value },
  ...(isList(value)
    ? value.flatMap((one, n) => below(one, under(at, n)))
    : Object.entries(objectOf(value)).flatMap(([name, one]) => below(one, under(at, name)))),
];

const text: Json = 'Слово «ї»\n"e"';

/** Any edit that the panels of a room make, drawn from four numbers: texts typed, boxes ticked, entries added, moved and taken away. */
export function anyPanelEdit(
  definition: Json,
  room: string,
  [kind = 0, where = 0, a = 0, b = 0]: readonly number[],
): readonly Operation[] {
  const parts = rooms[room] ?? [];
  const part = parts[where % Math.max(1, parts.length)] ?? '';
  const value = objectOf(definition)[part];
  const root = under('', part);
  if (value === undefined) {
    const whole = begun[part] ?? (fresh[part] === undefined ? {} : { [`new${b % 50}`]: fresh[part] });
    return [{ do: 'put', at: root, value: whole }];
  }
  if (kind % 5 === 0) {
    const entry = Object.values(objectOf(value))[0] ?? fresh[part] ?? text;
    if (isList(value)) return [{ do: 'insert', at: under(root, value.length), value: fresh[part] ?? text }];
    return [{ do: 'put', at: under(root, `new${b % 50}`), value: entry }];
  }
  const all = below(value, root);
  const chosen = all[a % all.length] ?? { at: root, value };
  switch (kind % 5) {
    case 1:
      return [{ do: 'take', at: chosen.at }];
    case 2: {
      if (!isList(chosen.value) || chosen.value.length === 0) return typed(chosen.at, chosen.value);
      const list = listOf(chosen.value);
      const copy = list.at(b % list.length) ?? text;
      return [{ do: 'insert', at: under(chosen.at, b % (list.length + 1)), value: copy }];
    }
    case 3: {
      if (isList(chosen.value) && chosen.value.length > 1)
        return [{ do: 'put', at: chosen.at, value: shifted(chosen.value, b % chosen.value.length, 0) }];
      // the unit of a term is renamed
      const parent = chosen.at.slice(0, chosen.at.lastIndexOf('/'));
      return parent.includes('/') && isObject(all.find(({ at }) => at === parent)?.value)
        ? [{ do: 'rename', at: chosen.at, to: `unit${b % 1000}` }]
        : typed(chosen.at, chosen.value);
    }
    default:
      return typed(chosen.at, chosen.value);
  }
}

/** A value put in by hand: a text, a number one more, a box that is ticked or no longer; what is more gets a text beside. */
function typed(at: string, value: Json): Operation[] {
  if (isObject(value)) return [{ do: 'put', at: under(at, 'en'), value: text }];
  if (isList(value)) return [{ do: 'put', at, value: [...value, text] }];
  if (typeof value === 'number') return [{ do: 'put', at, value: value + 1 }];
  return [{ do: 'put', at, value: typeof value === 'boolean' ? !value : text }];
}
