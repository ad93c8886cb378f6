import { describe, expect, it } from 'vitest';
import { tell, tellOfEnd } from './messages.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import { Turn } from './turn.ts';
import type { Case } from './types.ts';
import { eventActor } from './who.ts';

const t = (text: string) => ({ uk: text, en: text });
const letter = {
  ...{ to: 'applicant', channels: ['email', 'sms'], subject: t('Справа {{case.reference}}') },
  ...{ body: t('Довгий лист для {{form.name}}'), sms: t('{{form.name}}, коротко') },
};
const phones = { sms: { id: 'gate', kind: 'sms' } };

/** The small service with a letter of its own, and a gate for text messages. */
function telling(message: object, connectors: object = phones): ServiceRuntime {
  const { bundle, live } = small;
  return {
    ...small,
    bundle: { ...bundle, messages: { ...bundle.messages, letter: { ...letter, ...message } } },
    live: { ...live, connectors: { ...live.connectors, ...connectors } },
  } as unknown as ServiceRuntime;
}

/** What is told of a case in which an owner is asked, as parties are set. */
function told(
  service: ServiceRuntime,
  parties: object = {},
  path = '',
  tells = ['letter'],
  more: object = {},
) {
  const play = new Play(service);
  play.submit([{ rnokpp: '2222222222', email: 'petro@mail.example' }]);
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  const data = { ...play.here.data, parties: { ...play.here.data.parties, ...parties } };
  const kase = { ...play.here, ...more, data } as Case;
  const { now, ids } = play;
  const turn = new Turn(service, kase, { now, actor: asSystem, ids }, eventActor(asSystem));
  tell(
    turn,
    tells.map((message) => ({ message, path })),
  );
  const [event, ...none] = turn.events;
  expect(none).toEqual([]);
  if (event?.type !== 'notified') return undefined;
  return event.messages.map((meta, n) => ({ ...meta, ...event.data?.messages[n] }));
}

describe('a letter of the definition', () => {
  it('goes by the first channel that reaches the one it is for, filled in', () => {
    const [sent] = told(telling({})) ?? [];
    expect(sent).toStrictEqual({
      ...{ message: 'letter', to: 'applicant', channel: 'email', connector: 'mail', language: 'uk' },
      address: { email: 'olena@mail.example' },
      subject: expect.stringMatching(/^Справа \S+$/),
      body: 'Довгий лист для Олена',
    });
    const { email: _, ...identity } = { ...olena, phone: '+380501234567' };
    expect(told(telling({}), { applicant: { identity } })).toMatchObject([
      { channel: 'sms', connector: 'gate', address: { phone: '+380501234567' }, body: 'Олена, коротко' },
    ]);
    const both = { applicant: { identity: { ...olena, phone: '+380501234567' } } };
    expect(told(telling({ channels: ['sms', 'email'] }), both)).toMatchObject([{ channel: 'sms' }]);
    expect(told(telling({ sms: undefined, channels: ['sms'] }), both)).toMatchObject([
      { body: 'Довгий лист для Олена' },
    ]);
  });

  it('is not told where no channel of its own reaches anyone', () => {
    expect(told(telling({ channels: ['sms'] }))).toBeUndefined();
    const identity = { ...olena, phone: '+380501234567' };
    expect(told(telling({ channels: ['pigeon'] }), { applicant: { identity } })).toBeUndefined();
    expect(told(telling({}), { applicant: {} })).toBeUndefined();
    // the others are told all the same, in the same breath
    const two = told(telling({ channels: ['sms'] }), {}, '', ['letter', 'done', 'returned']);
    expect(two?.map(({ message }) => message)).toEqual(['done', 'returned']);
  });

  it('goes over a connector of the channel’s own name where the installation names none', () => {
    const identity = { ...olena, phone: '+380501234567' };
    expect(told(telling({ channels: ['sms'] }, {}), { applicant: { identity } })).toMatchObject([
      { connector: 'sms' },
    ]);
  });

  it('goes to whoever acts for the party, and where another wrote the party down, there', () => {
    const representative = { person: 'p-mother', email: 'mother@mail.example' };
    expect(told(telling({}), { applicant: { identity: olena, representative } })).toMatchObject([
      { address: { email: 'mother@mail.example' } },
    ]);
    const contact = { email: 'written@mail.example', phone: '+380670000000' };
    expect(told(telling({}), { applicant: { contact } })).toMatchObject([{ address: contact }]);
    const phone = { phone: contact.phone };
    const [sms] = told(telling({}), { applicant: { contact: phone } }) ?? [];
    expect(sms?.address).toStrictEqual(phone);
    const known = { identity: { person: 'p-x', email: 'own@mail.example' }, contact };
    expect(told(telling({}), { applicant: known })).toMatchObject([
      { address: { email: 'own@mail.example', phone: '+380670000000' } },
    ]);
  });

  it('to each of a list goes to the one who is asked there, and elsewhere to nobody of them', () => {
    const toOwner = telling({ to: 'owner' });
    const owners = { 'owner/1': { identity: { ...petro, email: 'petro@mail.example' } } };
    for (const path of ['consents/1/ask', 'consents/1/agreed', 'consents/1/both/lawyer/decides'])
      expect(told(toOwner, owners, path), path).toMatchObject([
        { to: 'owner/1', address: { email: 'petro@mail.example' } },
      ]);
    expect(told(toOwner, owners, 'consents/2/ask')).toBeUndefined();
    expect(told(toOwner, owners)).toBeUndefined();
    // an owner is asked there, and the letter is for the applicant
    expect(told(telling({}), owners, 'consents/1/ask')).toMatchObject([{ to: 'applicant' }]);
  });

  it('to a role goes to its office, or to nobody where the office has no address', () => {
    expect(told(telling({ to: 'head' }))).toMatchObject([
      { to: 'head', address: { email: 'central@city.example' } },
    ]);
    const { bundle, live } = telling({ to: 'head' });
    const { city } = live.agencies;
    const north = { id: 'north', title: t('Північ'), contacts: { email: 'north@city.example' } };
    const offices = { ...live, agencies: { city: { ...city, offices: [north, ...(city?.offices ?? [])] } } };
    expect(told({ ...small, bundle, live: offices } as unknown as ServiceRuntime)).toMatchObject([
      { address: { email: 'central@city.example' } },
    ]);
    const away = { title: t('Далекий'), sees: [], agency: 'other' };
    const far = telling({ to: 'away' }).bundle;
    const service = { ...small, bundle: { ...far, roles: { ...far.roles, away } } };
    expect(told(service as unknown as ServiceRuntime)).toBeUndefined();
  });

  it('that the definition lacks is a fault, told by name', () => {
    expect(() => told(telling({}), {}, 'consents/1/ask', ['gone'])).toThrow(
      expect.objectContaining({
        refusal: expect.objectContaining({
          message: expect.objectContaining({
            en: expect.stringContaining('(consents/1/ask): there is no message gone.'),
          }),
        }),
      }),
    );
    const { messages: _, ...bundle } = small.bundle;
    expect(() => told({ ...small, bundle })).toThrow('definitionFault');
  });

  it('is in the language of the case, and takes documents along by mail alone', () => {
    const service = telling({ body: { uk: 'лист', en: 'letter' }, attach: ['certificate'] });
    const documents = { d1: { id: 'd1', document: 'certificate', path: 'issue' } };
    expect(told(service, {}, '', ['letter'], { language: 'en', documents })).toMatchObject([
      { language: 'en', body: 'letter', attach: ['d1'] },
    ]);
    const { email: _, ...identity } = { ...olena, phone: '+380501234567' };
    const [sms] = told(service, { applicant: { identity } }, '', ['letter'], { documents }) ?? [];
    expect(sms).toMatchObject({ channel: 'sms' });
    expect(sms).not.toHaveProperty('attach');
  });
});

describe('that what was granted ends', () => {
  /** What the applicant is told of it. */
  function ends(more: object = {}, live: object = {}, title: object = small.bundle.title, identity = olena) {
    const play = new Play();
    const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
    play.do(asParty(identity), { type: 'submit', form, language: 'uk', channel: 'portal' });
    const service = {
      ...small,
      bundle: { ...small.bundle, title },
      live: { ...small.live, ...live },
    } as unknown as ServiceRuntime;
    const { now, ids } = play;
    const turn = new Turn(
      service,
      { ...play.here, reference: 'К-1', ...more },
      { now, actor: asSystem, ids },
      eventActor(asSystem),
    );
    tellOfEnd(turn, '2027-03-02');
    return turn.events.map((one) =>
      one.type === 'notified' ? { meta: one.messages, data: one.data?.messages } : one.type,
    );
  }

  it('the applicant is told by mail: until which day, and how to go on', () => {
    expect(ends()).toEqual([
      {
        meta: [{ message: 'renewal', to: 'applicant', channel: 'email', connector: 'mail', language: 'uk' }],
        data: [
          {
            address: { email: 'olena@mail.example' },
            subject: 'Строк дії спливає 02.03.2027: Мала послуга',
            body: 'Те, що ви отримали за справою К-1, діє до 02.03.2027. Щоб продовжити, відкрийте цю справу і натисніть «Поновити»: дані попередньої заяви вже буде заповнено.',
          },
        ],
      },
    ]);
    expect(ends({ language: 'en' }, {}, { uk: 'Мала', en: 'Small' })).toMatchObject([
      {
        meta: [{ language: 'en' }],
        data: [
          {
            subject: 'Valid until 02.03.2027: Small',
            body: 'What you were granted in case К-1 is valid until 02.03.2027. To go on, open this case and press “Renew”: the data of the application before will be filled in.',
          },
        ],
      },
    ]);
    for (const [title, said] of [
      [{ uk: 'Мала' }, 'Мала'],
      [{}, ''],
    ] as const)
      expect(ends({ language: 'en' }, {}, title)).toMatchObject([
        { data: [{ subject: `Valid until 02.03.2027: ${said}` }] },
      ]);
  });

  it('is told to nobody where there is no mail', () => {
    expect(ends({}, { connectors: {} })).toEqual([]);
    const { email: _, ...identity } = olena;
    expect(ends({}, {}, {}, identity)).toEqual([]);
    expect(ends({}, { connectors: { gate: { id: 'gate', kind: 'sms' } } })).toEqual([]);
  });
});
