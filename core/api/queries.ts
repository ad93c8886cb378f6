import type { Shape } from './gathered.ts';

const text = (description: string, maxLength: number): Shape => ({ description, type: 'string', maxLength });

/** What may be asked for after `?`. */
export const queries = {
  cursor: text('`cursor` of the page before: gives the next.', 2000),
  audience: {
    description: 'Whose session: `citizen` where it is absent.',
    enum: ['citizen', 'officer'],
  },
  return: text('Path under this origin to come back to.', 2000),
  login_hint: text('Passed on to the provider: whom it should ask for.', 200),
  code: text('The code of the provider.', 2000),
  state: text('What the login was begun with.', 200),
  parent: text(
    'KATOTTG code of the territory whose parts are asked for; the regions where it is absent.',
    19,
  ),
  sha256: {
    description: 'SHA-256 of a file, hex: whether the file is this document.',
    type: 'string',
    pattern: '^[0-9A-Fa-f]{64}$',
  },
  reference: text('The reference of a case, with or without hyphens.', 20),
  agency: text('Only of this agency.', 100),
  office: text('Only of this office.', 100),
  role: text('Only of this role.', 100),
} satisfies { [name: string]: Shape };

export type QueryName = keyof typeof queries;
