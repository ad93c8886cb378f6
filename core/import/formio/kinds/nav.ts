import type { Draft } from '../../draft/draft.ts';
import { looseOf, textOf } from '../../json.ts';
import type { Words } from '../../words.ts';
import type { Demand, Kind, Made, Tools } from '../kind.ts';
import { fileList } from './files.ts';

// Components of NAV's form.io (navikt/skjemautfylling-formio): the platform brings their inner fields and checks, the form names only their kind.

/** The digits of a number that may be written with blanks. */
const digits = (x: string): string => `replace(${x}, "[ .]", "")`;
const digit = (x: string, n: number): string => `number(substring(${digits(x)}, ${n}, 1))`;
const weighed = (x: string, weights: readonly number[]): string =>
  `modulo(${weights.map((weight, n) => `${weight} * ${digit(x, n + 1)}`).join(' + ')}, 11) = 0`;

const MISTYPED: Words = {
  uk: 'Контрольна цифра не сходиться: перевірте номер',
  en: 'The check digit is wrong: look at the number again',
};
const checksum = (...weights: readonly (readonly number[])[]): Demand => ({
  must: (x) => weights.map((one) => weighed(x, one)).join(' and '),
  say: MISTYPED,
});

// Days of a national identity number: 40 more for a D number, months 40 or 80 more for made-up ones.
const D31 = '(?:0[1-9]|[12]\\d|3[01]|4[1-9]|[56]\\d|7[01])';
const D30 = '(?:0[1-9]|[12]\\d|30|4[1-9]|[56]\\d|70)';
const D28 = '(?:0[1-9]|1\\d|2[0-8]|4[1-9]|5\\d|6[0-8])';
const M31 = '(?:01|03|05|07|08|10|12|41|43|45|47|48|50|52|81|83|85|87|88|90|92)';
const M30 = '(?:04|06|09|11|44|46|49|51|84|86|89|91)';
const M28 = '(?:02|42|82)';
const LEAP = '(?:[02468][048]|[13579][26])';
const BORN = `(?:${D31}${M31}\\d\\d|${D30}${M30}\\d\\d|${D28}${M28}\\d\\d|[26]9${M28}${LEAP})`;

const IDENTITY = {
  schema: { type: 'string', pattern: `^${BORN} ?\\d{5}$` },
  demands: [checksum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])],
};

export const identityNumber: Kind = () => ({ ...IDENTITY, seen: { as: 'text' } });
export const organisationNumber: Kind = () => ({
  schema: { type: 'string', pattern: '^\\d{3} ?\\d{3} ?\\d{3}$' },
  seen: { as: 'text' },
  demands: [checksum([3, 2, 7, 6, 5, 4, 3, 2, 1])],
});
export const bankAccount: Kind = () => ({
  schema: { type: 'string', pattern: '^\\d{4}[ .]?\\d{2}[ .]?\\d{5}$' },
  seen: { as: 'text' },
  demands: [checksum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])],
});

const field = (
  name: string,
  title: Words | undefined,
  schema: Draft['schema'],
  more: Partial<Draft> = {},
): Draft => ({
  name,
  title,
  schema,
  required: true,
  shows: [],
  ...more,
});

/** The words of a choice. */
const called = ({ words }: Tools, text: string) => words(text) ?? {};

const yesNo = (tools: Tools): Pick<Draft, 'schema' | 'options'> => ({
  schema: { type: 'string', enum: ['ja', 'nei'] },
  options: { ja: called(tools, 'Ja'), nei: called(tools, 'Nei') },
});
const group: Made['schema'] = { type: 'object' };
const line = { type: 'string', maxLength: 200 };
const date = { type: 'string', format: 'date' };

/** Who one is: by a number, or by the day of birth where there is none. */
export const identity: Kind = (component, tools) => {
  const { doYouHaveIdentityNumber } = looseOf(component.customLabels);
  const asked =
    tools.words(doYouHaveIdentityNumber) ?? tools.words('Har du norsk fødselsnummer eller d-nummer?');
  const has = yesNo(tools);
  return {
    schema: group,
    seen: { as: 'group' },
    inside: [
      field('harDuFodselsnummer', asked, has.schema, { options: has.options }),
      field('identitetsnummer', tools.words('Fødselsnummer eller d-nummer'), IDENTITY.schema, {
        shows: [{ field: './harDuFodselsnummer', is: { const: 'ja' } }],
      }),
      field('fodselsdato', tools.words('Fødselsdato (dd.mm.åååå)'), date, {
        shows: [{ field: './harDuFodselsnummer', is: { const: 'nei' } }],
      }),
    ],
    parts: {
      harDuFodselsnummer: { field: 'harDuFodselsnummer', seen: { as: 'one', values: ['ja', 'nei'] } },
      identitetsnummer: { field: 'identitetsnummer', seen: { as: 'text' }, demands: IDENTITY.demands },
      fodselsdato: { field: 'fodselsdato', seen: { as: 'day' } },
    },
  };
};

/** The choices of an attachment, in the platform's order, with its words for them. */
const attachments: readonly (readonly [value: string, words: string])[] = [
  ['leggerVedNaa', 'Jeg legger det ved dette skjemaet'],
  ['ettersender', 'Jeg ettersender dokumentasjonen senere'],
  ['nei', 'Nei, jeg har ingen ekstra dokumentasjon jeg vil legge ved.'],
  ['levertTidligere', 'Jeg har levert denne dokumentasjonen tidligere'],
  ['harIkke', 'Jeg har ikke denne dokumentasjonen'],
  ['andre', 'Jeg ønsker at Nav innhenter dokumentasjonen fra andre'],
  ['nav', 'Nav har denne dokumentasjonen'],
];

/** A document that may be attached: what one does about it, what is said to that, and its files. */
export const attachment: Kind = (component, tools) => {
  const given = looseOf(component.attachmentValues);
  const kept = attachments.filter(([value]) => looseOf(given[value]).enabled === true);
  const values = kept.map(([value]) => value);
  const more = (value: string) => looseOf(looseOf(given[value]).additionalDocumentation);
  const explained = values.filter((value) => more(value).enabled === true);
  const [first] = explained;
  const attaches = values.includes('leggerVedNaa');
  const shows = (wanted: readonly string[]) => [{ field: `./${tools.name}`, is: { enum: wanted } }];
  const after: Draft[] = [];
  if (first !== undefined)
    after.push(
      field(
        `${tools.name}Details`,
        tools.words(more(first).label) ?? tools.words('Mer informasjon'),
        { type: 'string', maxLength: 2000 },
        {
          ui: { 'ui:widget': 'textarea' },
          hint: tools.words(more(first).description),
          shows: shows(explained),
        },
      ),
    );
  if (attaches)
    after.push(
      field(`${tools.name}Files`, tools.words(component.label), fileList(1, 20), {
        file: { types: ['pdf', 'jpeg', 'png', 'docx'], each: 50 * 2 ** 20, count: 20 },
        shows: shows(['leggerVedNaa']),
      }),
    );
  return {
    schema: { type: 'string', enum: values },
    options: Object.fromEntries(kept.map(([value, words]) => [value, called(tools, words)])),
    seen: { as: 'one', values },
    parts: { key: { self: true } },
    after,
  };
};

const knownToPlatform = (uk: string, en: string) => ({
  uk: `${uk}: внутрішні поля й перевірки задає платформа джерела, тут вони відтворені за її звичаєм`,
  en: `${en}: its inner fields and checks are the platform's own, rebuilt here as it has them`,
});

/** An address in Norway or abroad. */
export const address: Kind = (component, tools) => {
  const { livesInNorway } = looseOf(component.customLabels);
  const home = yesNo(tools);
  const inNorway = (is: string) => ({ field: './borDuINorge', is: { const: is } });
  const ofKind = (is: string) => ({ field: './vegadresseEllerPostboksadresse', is: { const: is } });
  const w = tools.words;
  return {
    schema: group,
    seen: { as: 'group' },
    inside: [
      field('borDuINorge', w(livesInNorway) ?? w('Bor du i Norge?'), home.schema, { options: home.options }),
      field(
        'vegadresseEllerPostboksadresse',
        w('Er kontaktadressen en vegadresse eller postboksadresse?'),
        { type: 'string', enum: ['vegadresse', 'postboksadresse'] },
        {
          options: {
            vegadresse: called(tools, 'Vegadresse'),
            postboksadresse: called(tools, 'Postboksadresse'),
          },
          shows: [inNorway('ja')],
        },
      ),
      field('co', w('C/O'), line, { required: false }),
      field('adresse', w('Vegadresse'), line, { shows: [{ any: [inNorway('nei'), ofKind('vegadresse')] }] }),
      field('postboks', w('Postboks'), line, { shows: [ofKind('postboksadresse')] }),
      field('bygning', w('Bygning'), line, { required: false, shows: [inNorway('nei')] }),
      field('postnummer', w('Postnummer'), line),
      field('bySted', w('Poststed'), line),
      field('region', w('Region'), line, { required: false, shows: [inNorway('nei')] }),
      field('land', w('Land'), line, { shows: [inNorway('nei')] }),
    ],
    parts: {
      borDuINorge: { field: 'borDuINorge', seen: { as: 'one', values: ['ja', 'nei'] } },
      vegadresseEllerPostboksadresse: {
        field: 'vegadresseEllerPostboksadresse',
        seen: { as: 'one', values: ['vegadresse', 'postboksadresse'] },
      },
      ...Object.fromEntries(
        ['co', 'adresse', 'postboks', 'bygning', 'postnummer', 'bySted', 'region', 'land'].map((name) => [
          name,
          { field: name, seen: { as: 'text' } as const },
        ]),
      ),
    },
    losses: [knownToPlatform('Адреса', 'An address')],
  };
};

/** From when and until when an address holds. */
export const validity: Kind = (_, { words }) => ({
  schema: group,
  seen: { as: 'group' },
  inside: [
    field('gyldigFraOgMed', words('Gyldig fra (dd.mm.åååå)'), date),
    field('gyldigTilOgMed', words('Gyldig til (dd.mm.åååå)'), date, { required: false }),
  ],
  parts: {
    gyldigFraOgMed: { field: 'gyldigFraOgMed', seen: { as: 'day' } },
    gyldigTilOgMed: { field: 'gyldigTilOgMed', seen: { as: 'day' } },
  },
  losses: [knownToPlatform('Строк дії адреси', 'The validity of an address')],
});

/** Who sends: a person or an organisation. */
export const sender: Kind = (component, { words }) => {
  const labels = looseOf(component.customLabels);
  const organisation = textOf(component.senderRole) === 'organization';
  const named = (name: string, label: string, schema: Draft['schema']) =>
    field(name, words(labels[label]), schema);
  return {
    schema: group,
    seen: { as: 'group' },
    inside: organisation
      ? [
          named(
            'organizationNumber',
            'organizationNumber',
            organisationNumber(component, { words, name: '' }).schema,
          ),
          named('organizationName', 'organizationName', line),
        ]
      : [
          named('nationalIdentityNumber', 'nationalIdentityNumber', IDENTITY.schema),
          named('firstName', 'firstName', line),
          named('surname', 'surname', line),
        ],
    losses: [knownToPlatform('Відправник', 'A sender')],
  };
};

/** What the platform fills in: ours knows it of whoever has logged in. */
export const prefills: { readonly [key: string]: string } = {
  sokerFornavn: 'identity.name',
  sokerEtternavn: 'identity.surname',
};
