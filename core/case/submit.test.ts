import { describe, expect, it } from 'vitest';
import { draftNames } from './names.ts';
import { representedIn } from './represented.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asParty, olena, Play, small } from './small-service.testing.ts';

/** The small service with a field that may stay empty, other words about its applicant, and two offices that may be closed. */
function service(applicant: object, closures: object[] = []): ServiceRuntime {
  const { bundle, live } = small;
  const { city } = live.agencies;
  const branch = { id: 'branch', title: { uk: 'Філія' }, katottg: [] };
  const schema = bundle.form.schema;
  const properties = { ...(schema.properties as object), nickname: { type: 'string' } };
  return {
    ...small,
    bundle: {
      ...bundle,
      parties: { ...bundle.parties, applicant: { ...bundle.parties.applicant, ...applicant } },
      form: { ...bundle.form, schema: { ...schema, properties } },
    },
    live: {
      ...live,
      agencies: {
        ...live.agencies,
        city: { ...city, closures, offices: [...(city?.offices ?? []), branch] },
      },
    },
  } as ServiceRuntime;
}
const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };

function submitted(to: ServiceRuntime, more: { nickname?: string } = {}): Play {
  const play = new Play(to);
  const command = { type: 'submit', form: { ...form, ...more }, language: 'uk', channel: 'portal' } as const;
  expect(play.do(asParty(olena), command)).toBeUndefined();
  return play;
}

describe('the size of an application', () => {
  it('is counted in bytes: Cyrillic letters fill the case twice as fast as Latin ones', () => {
    const taken = (nickname: string) => {
      const play = new Play(service({}));
      const sent = {
        type: 'submit',
        form: { ...form, nickname },
        language: 'uk',
        channel: 'portal',
      } as const;
      return play.do(asParty(olena), sent) ?? 'taken';
    };
    expect(taken('a'.repeat(240_000))).toBe('taken');
    expect(taken('я'.repeat(120_000))).toBe('taken');
    expect(taken('я'.repeat(126_000))).toBe('tooLarge');
  });
});

describe('who applies', () => {
  it('is reached where the form says, as the definition names it', () => {
    const play = submitted(service({ contact: { name: 'form.nickname' } }), { nickname: 'Оля' });
    expect(play.here.data.parties.applicant?.contact).toEqual({ name: 'Оля' });
  });
  it('may leave empty what conditions and contacts lean on', () => {
    const may = [{ when: 'form.nickname = null', else: { uk: 'Ні' } }];
    const play = submitted(service({ contact: { name: 'form.nickname' }, may }));
    expect(play.here.data.parties.applicant).not.toHaveProperty('contact');
  });
});

describe('who is acted for', () => {
  const through = ['self', 'parent'];
  const may = [{ when: 'identity.age >= 18', else: { uk: 'Від 18 років' } }];
  const represents = '{ rnokpp: form.rnokpp, name: form.name }';
  const command = { type: 'submit', form, language: 'uk', channel: 'portal', through: 'parent' } as const;
  const sofiia = { person: 'p-sofiia', rnokpp: '1111111111', name: 'Софія' };

  it('is the applicant, and who sends it their representative', () => {
    const play = new Play(service({ through, represents, may }));
    expect(play.do(asParty(olena), { ...command, represents: sofiia })).toBeUndefined();
    expect(play.here.data.parties.applicant).toMatchObject({ identity: sofiia, representative: olena });
    expect(play.here.parties.applicant).toMatchObject({ through: 'parent' });
  });
  it('must be known, and be someone else', () => {
    const play = new Play(service({ through, represents, may }));
    expect(play.do(asParty(olena), command)).toBe('represents');
    expect(play.do(asParty(olena), { ...command, represents: olena })).toBe('represents');
  });
  it('is found in what was entered, where the definition says', () => {
    const to = service({ through, represents });
    const names = draftNames(
      to,
      {
        identity: olena,
        applicant: undefined,
        lookups: {},
        language: 'uk',
        channel: 'portal',
        through: 'parent',
      },
      '2026-03-02T08:00:00Z',
    );
    expect(names).toMatchObject({ case: { through: 'parent' } });
    expect(representedIn(to, form, names)).toEqual({ rnokpp: '1111111111', name: 'Олена' });
    expect(representedIn(to, { name: 'Олена' }, names)).toBeNull();
    expect(representedIn(service({ through }), form, names)).toBeNull();
  });
});

describe('an office that is closed', () => {
  const week = { from: '2026-03-01', to: '2026-03-08', why: { uk: 'Ремонт' }, offices: ['central'] };

  it('leaves what comes in to the one that serves instead', () => {
    expect(submitted(service({}, [{ ...week, instead: 'branch' }])).here.office.office).toBe('branch');
    const later = { ...week, from: '2026-03-09', to: '2026-03-10', instead: 'branch' };
    expect(submitted(service({}, [later])).here.office.office).toBe('central');
  });
  it('keeps it where nobody serves instead', () => {
    expect(submitted(service({}, [week])).here.office.office).toBe('central');
  });
});
