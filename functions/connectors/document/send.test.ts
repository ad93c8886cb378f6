import { createHash } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentEffect } from '#core/case/effect.ts';
import type { Service } from '#core/definition/types.generated.ts';
import { verification } from '../../documents/verification.ts';
import type { Sending } from '../../store/drain.ts';
import type { Engine } from '../../store/engine.testing.ts';
import { startEngine } from '../../store/engine.testing.ts';
import { documentId } from './identity.ts';
import { papers } from './papers.ts';
import { placesIn } from './places.ts';
import { send } from './send.ts';
import type { Workshop } from './types.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('platform');
});
afterAll(() => engine.stop());

const service = {
  form: {
    texts: {
      '/person/name': { title: { uk: 'Імʼя', en: 'Name' } },
      '/address': { title: { uk: 'Адреса', en: 'Address' } },
    },
  },
  documents: {
    certificate: {
      title: { uk: 'Витяг з реєстру', en: 'Extract' },
      number: { pattern: '{{office.index}}-{{n}}/{{year}}', per: ['office', 'year'], gapless: true },
      sign: 'agency',
      verify: true,
      public: ['form.address'],
      body: [
        {
          type: 'text',
          text: { uk: 'Видано: {{form.person.name}}, {{form.since}}', en: 'Issued to {{form.person.name}}' },
        },
        { type: 'text', when: 'form.person.name = "Ніхто"', text: { uk: 'Цього немає', en: 'Not there' } },
        {
          type: 'fields',
          rows: [{ title: { uk: 'Чинний з', en: 'Since' }, value: 'form.since' }],
          of: ['/person'],
        },
        {
          type: 'table',
          each: 'form.children',
          columns: [{ title: { uk: 'Дитина', en: 'Child' }, value: 'item.name' }],
        },
      ],
    },
  },
} as unknown as Service;

const effect: DocumentEffect = {
  id: 'c1/5/0',
  connector: 'document',
  at: '2026-11-24T10:00:00.000Z',
  case: 'c1',
  reference: '4821-0937-5516',
  service: 'demo',
  definition: 'hash',
  kind: 'document',
  document: 'certificate',
  language: 'uk',
  agency: 'kyiv-city',
  office: 'central',
  data: {
    names: {
      form: {
        person: { name: 'Їжакевич Ґалина' },
        address: 'вул. Євгена Коновальця, 1',
        since: '2026-11-24',
        children: [{ name: 'Щек' }],
      },
      agency: { id: 'kyiv-city', title: { uk: 'Київська міська державна адміністрація', en: 'Kyiv' } },
      office: { id: 'central', title: {}, index: '80', address: {} },
    },
  },
};
const sending: Sending = {
  now: '2026-11-24T10:00:00.000Z',
  item: {
    service: 'demo',
    case: 'c1',
    connector: 'document',
    sequence: 5,
    createdAt: '2026-11-24T10:00:00.000Z',
  },
  noted: null,
  note: async () => true,
};

/** The smallest PNG there is: one point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function workshop() {
  const files = new Map<string, Buffer>();
  let broken = false;
  const shop: Workshop = {
    origin: 'http://localhost:4400',
    bundle: async (hash) => (hash === 'hash' ? service : null),
    papers: papers(engine.client, table),
    places: placesIn(async (parent) =>
      parent === '' ? [{ code: 'UA80000000000093317', name: 'Київ', category: 'K' }] : [],
    ),
    keep: async (key, file) => {
      files.set(key, file);
      return `v${files.size}`;
    },
    look: async () => ({ emblem: `data:image/png;base64,${png.toString('base64')}` }),
    attached: async (key) => (key === 'demo/c1/files/photo' ? png : null),
    seal: async (sha256) => {
      if (broken) throw new Error('no key');
      return sha256.toString('base64');
    },
  };
  return {
    shop,
    files,
    breaks: (now: boolean) => {
      broken = now;
    },
  };
}

async function textOf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from(
      { length: document.numPages },
      async (_, n) => (await (await document.getPage(n + 1)).getTextContent()).items,
    ),
  );
  return pages
    .flat()
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
}

describe('a document', () => {
  it('is numbered, drawn, kept and answered; a repeat after a crash gives the same number and file', async () => {
    const { shop, files, breaks } = workshop();
    breaks(true);
    await expect(send(effect, sending, shop)).rejects.toThrow('no key');
    const key = `demo/c1/documents/${documentId(effect.id)}.pdf`;
    const before = files.get(key);
    breaks(false);
    const later = { ...sending, now: '2026-11-24T11:00:00.000Z' };
    const answer = await send(effect, later, shop);
    expect(answer).toMatchObject({
      outcome: 'done',
      answer: {
        type: 'callAnswered',
        effect: effect.id,
        result: {
          document: 'certificate',
          id: documentId(effect.id),
          number: '80-1/2026',
          key,
          issuedAt: sending.now,
          pages: 1,
        },
      },
    });
    const file = files.get(key);
    expect(file?.equals(before ?? Buffer.alloc(0))).toBe(true);
    expect(await send(effect, later, shop)).toEqual(answer);
    expect(
      createHash('sha256')
        .update(file ?? '')
        .digest('hex'),
    ).toBe((answer as unknown as { answer: { result: { sha256: string } } }).answer.result.sha256);
  });

  it('says in Ukrainian what the definition says, tagged for those who listen to it', async () => {
    const { shop, files } = workshop();
    await send({ ...effect, id: 'c1/6/0' }, sending, shop);
    const [file] = [...files.values()];
    const text = await textOf(file ?? Buffer.alloc(0));
    for (const said of [
      'Київська міська державна адміністрація',
      'Витяг з реєстру',
      '№ 80-2/2026 від 24 листопада 2026 року',
      'Їжакевич Ґалина',
      '24.11.2026',
      'Щек',
      'Документ скріплено',
      '/verify/',
    ])
      expect(text.replaceAll('\u00A0', ' ')).toContain(said);
    expect(text).not.toContain('Цього немає');
    const raw = file?.toString('latin1') ?? '';
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Lang (uk-UA)', 'pdfuaid'])
      expect(raw).toContain(mark);
  });

  it('is verified by anyone, who learns what is public and nothing else', async () => {
    const { shop, files } = workshop();
    const one = { ...effect, id: 'c1/7/0' };
    await send(one, sending, shop);
    const item = await shop.papers.get(documentId(one.id));
    if (!item) throw new Error('no item');
    const sha256 = createHash('sha256')
      .update([...files.values()][0] ?? '')
      .digest('hex');
    const shown = verification(item, sha256, '2026-12-01T10:00:00Z');
    expect(shown).toMatchObject({
      state: 'valid',
      same: true,
      number: '80-3/2026',
      shows: [{ title: { uk: 'Адреса' }, value: 'вул. Євгена Коновальця, 1' }],
    });
    expect(JSON.stringify(shown)).not.toContain('Їжакевич');
    expect(verification(item, 'f'.repeat(64), '2026-12-01T10:00:00Z')?.same).toBe(false);
    expect(verification({ ...item, validUntil: '2026-11-30' }, null, '2026-12-01T10:00:00Z')?.state).toBe(
      'expired',
    );
    await send({ ...one, kind: 'cancel', effect: one.id, data: {} }, sending, shop);
    const revoked = await shop.papers.get(documentId(one.id));
    expect(revoked && verification(revoked, null, '2026-12-01T10:00:00Z')?.state).toBe('revoked');
  });

  it('is refused for good where the definition has none of that name, and waits for its bundle', async () => {
    const { shop } = workshop();
    expect(await send({ ...effect, id: 'x/1/0', document: 'other' }, sending, shop)).toMatchObject({
      code: 'noDocument',
      again: false,
    });
    expect(await send({ ...effect, id: 'x/2/0', definition: 'gone' }, sending, shop)).toMatchObject({
      code: 'noBundle',
      again: true,
    });
  });
});

describe('a place in a document', () => {
  it('is printed by its name, never by its code', async () => {
    const { shop, files } = workshop();
    const born = {
      ...effect.data.names,
      form: { ...(effect.data.names.form as object), since: 'UA80000000000093317' },
    };
    const here = { ...effect, id: 'c9/5/0', data: { names: born } };
    expect(await send(here, sending, shop)).toMatchObject({ outcome: 'done' });
    const text = await textOf(files.get(`demo/c1/documents/${documentId(here.id)}.pdf`) ?? Buffer.alloc(0));
    expect(text).toContain('місто Київ');
    expect(text).not.toContain('UA8000');
  });
});

describe('an image in a document', () => {
  const image = (image: string, alt: string) => ({
    type: 'image',
    image,
    alt: { uk: alt, en: alt },
    width: 20,
  });
  const pictured = (blocks: object[]) =>
    ({
      ...service,
      documents: { certificate: { ...service.documents?.certificate, body: blocks } },
    }) as Service;
  async function printed(blocks: object[], files: object[] = []) {
    const { shop, files: kept } = workshop();
    const form = { ...(effect.data.names.form as object), photo: [{ id: 'photo' }] };
    const names = { ...effect.data.names, form, files };
    const given = { ...effect, id: `c1/${crypto.randomUUID()}/0`, data: { names } };
    const told = await send(given as DocumentEffect, sending, {
      ...shop,
      bundle: async () => pictured(blocks),
    });
    expect(told).toMatchObject({ outcome: 'done' });
    const [file = Buffer.alloc(0)] = [...kept.values()];
    return { text: await textOf(file), drawn: file.toString('latin1').split('/Subtype /Image').length - 1 };
  }
  const photo = { id: 'photo', key: 'demo/c1/files/photo', version: 'v1', scan: 'clean' };

  it('is the agency’s emblem, one of the definition, or one that was attached', async () => {
    const own = `data:image/png;base64,${png.toString('base64')}`;
    const blocks = [image('emblem', 'Герб'), image(own, 'Знак'), image('form.photo', 'Світлина')];
    const { text, drawn } = await printed(blocks, [photo]);
    // each has its transparency beside it
    expect(drawn).toBeGreaterThanOrEqual(3);
    for (const alt of ['Герб', 'Знак', 'Світлина']) expect(text).not.toContain(alt);
  });

  it('is said in words where it is not there, is no image, is another case’s, or was not found clean', async () => {
    const none = [image('logo', 'Знак органу'), image('data:image/png;base64,AAAA', 'Не картинка')];
    const said = await printed(none);
    expect(said.text).toContain('Знак органу');
    expect(said.text).toContain('Не картинка');
    for (const other of [
      { ...photo, key: 'demo/c2/files/photo' },
      { ...photo, scan: 'infected' },
      { ...photo, id: 'another' },
    ]) {
      const { text, drawn } = await printed([image('form.photo', 'Світлина')], [other]);
      expect(text).toContain('Світлина');
      expect(drawn).toBe(0);
    }
  });
});

describe('the languages of a document', () => {
  it('are all that the definition names, each from a new page, marked for those who listen', async () => {
    const { shop, files } = workshop();
    const documents = { certificate: { ...service.documents?.certificate, languages: ['uk', 'en'] } };
    const one = { ...effect, id: 'c1/languages/0', language: 'en' };
    const told = await send(one, sending, {
      ...shop,
      bundle: async () => ({ ...service, documents }) as Service,
    });
    expect(told).toMatchObject({ answer: { result: { pages: 2 } } });
    const [file = Buffer.alloc(0)] = [...files.values()];
    const text = await textOf(file);
    for (const said of ['Видано: Їжакевич', 'Issued to Їжакевич', 'Витяг з реєстру', 'Extract'])
      expect(text.replaceAll('\u00A0', ' ')).toContain(said);
    const raw = file.toString('latin1');
    // the file is in the first; what stands once more says that it is of another
    expect(raw).toContain('/Lang (uk-UA)');
    expect(raw).toMatch(/\/Lang \(en/);
  });
});
