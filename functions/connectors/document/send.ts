import { createHash } from 'node:crypto';
import type { DocumentEffect } from '#core/case/effect.ts';
import type { Document, Service } from '#core/definition/types.generated.ts';
import type { FieldTexts } from '#core/document/content.ts';
import { layout } from '#core/document/layout.ts';
import { evaluate, say } from '#core/document/say.ts';
import type { Issue } from '#core/document/types.ts';
import { dayOf, inLanguage, shown } from '#core/document/value.ts';
import type { Outcome, Sending } from '../../store/drain.ts';
import { draw, measure } from './draw.ts';
import { documentId } from './identity.ts';
import { imagesFor, withLook } from './images.ts';
import type { DocumentItem, PaperEffect, Workshop } from './types.ts';

type Text = { [language: string]: string };
type Names = Record<string, unknown>;

const ZONE = 'Europe/Kyiv';

const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string');
const titleOf = (value: unknown): Text | null => {
  const title = (value as { title?: unknown } | null | undefined)?.title;
  return isText(title) ? title : typeof title === 'string' ? { uk: title } : null;
};

/** Who issues, line by line: the agency, its office, the address. */
function issuer(names: Names, language: string): string[] {
  const office = names.office as { address?: unknown } | null | undefined;
  const address = isText(office?.address) ? inLanguage(office.address, language) : office?.address;
  return [titleOf(names.agency), titleOf(names.office)]
    .map((title) => (title ? inLanguage(title, language) : ''))
    .concat(typeof address === 'string' ? [address] : [])
    .filter((line, n, all) => line !== '' && all.indexOf(line) === n);
}

/** The counter that a document's number is drawn from: by service and document, and what else has a count of its own. */
function counterOf(effect: DocumentEffect, definition: Document, year: string): string | null {
  if (!definition.number) return null;
  const own: Record<string, string> = {
    agency: effect.agency,
    office: effect.office,
    year,
    service: effect.service,
  };
  const per = (definition.number.per ?? []).map((part) => own[part] ?? '');
  return [`${effect.service}/${effect.document}`, ...per].join('#');
}

/** A field's title; for a name that stands for one of several people (`resident.surname`), that of the field so called. */
function titled(texts: FieldTexts, pointer: string) {
  const alike = Object.keys(texts).find((at) => at.endsWith(pointer) && texts[at]?.title);
  return texts[pointer]?.title ?? (alike === undefined ? undefined : texts[alike]?.title);
}

/** What verification shows beside number, title and day: the values named public, under the titles of the form. */
function shows(
  definition: Document,
  names: Names,
  language: string,
  texts: FieldTexts,
): DocumentItem['shows'] {
  return (definition.public ?? []).map((path) => {
    const pointer = `/${path.split('.').slice(1).join('/')}`;
    return {
      title: titled(texts, pointer) ?? { uk: path, en: path },
      value: shown(evaluate(path, names), language, ZONE),
    };
  });
}

function blank(effect: DocumentEffect, definition: Document, texts: FieldTexts, now: string): DocumentItem {
  const names: Names = effect.data.names;
  const validUntil = definition.validUntil ? evaluate(definition.validUntil, names) : null;
  return {
    id: documentId(effect.id),
    effect: effect.id,
    service: effect.service,
    case: effect.case,
    document: effect.document,
    title: definition.title as Text,
    agency: titleOf(names.agency) ?? { uk: effect.agency, en: effect.agency },
    number: null,
    issuedAt: now,
    validUntil: validUntil === null || validUntil === undefined ? null : String(validUntil).slice(0, 10),
    verify: definition.verify === true,
    shows: definition.verify ? shows(definition, names, effect.language, texts) : [],
    state: 'drawn',
    language: effect.language,
  };
}

async function print(
  effect: DocumentEffect,
  definition: Document,
  texts: FieldTexts,
  item: DocumentItem,
  shop: Workshop,
) {
  const { origin, places } = shop;
  const [language = effect.language, ...others] = definition.languages ?? [];
  const issueIn = async (language: string): Promise<Issue> => ({
    id: item.id,
    number: item.number,
    issuedAt: item.issuedAt,
    validUntil: item.validUntil,
    zone: ZONE,
    issuer: issuer(effect.data.names, language),
    verifyAt: item.verify ? `${origin}/verify/${item.id}` : null,
    places: await places(effect.data.names, language),
    ...(effect.duplicate ? { duplicate: true } : {}),
  });
  const issue = await issueIn(language);
  const again = await Promise.all(others.map(async (one) => ({ language: one, issue: await issueIn(one) })));
  const names: Names = {
    ...(await withLook(definition, effect.data.names, effect, shop)),
    document: {
      number: item.number,
      issuedAt: item.issuedAt,
      day: dayOf(item.issuedAt, ZONE),
      validUntil: item.validUntil,
    },
  };
  const { images, shape } = await imagesFor(definition, names, effect, shop);
  const pages = layout(definition, names, language, { issue, measure, shape, texts, again });
  const title = inLanguage(definition.title as Text, language);
  const file = await draw(pages, {
    title: item.number ? `${title} № ${item.number}` : title,
    author: issue.issuer[0] ?? '',
    subject: effect.reference,
    language,
    at: new Date(item.issuedAt),
    images,
  });
  return { file, pages: pages.length };
}

const answered = (effect: PaperEffect, item: DocumentItem) => ({
  outcome: 'done' as const,
  answer: {
    type: 'callAnswered',
    effect: effect.id,
    result: {
      document: item.document,
      id: item.id,
      number: item.number,
      key: item.file?.key ?? null,
      version: item.file?.version ?? null,
      sha256: item.file?.sha256 ?? null,
      size: item.file?.size ?? null,
      pages: item.file?.pages ?? null,
      issuedAt: item.issuedAt,
      at: item.issuedAt,
      validUntil: item.validUntil,
    },
  },
});

/**
 * Issues a document: number and item in one transaction, then the file, then its seal. Every step gives the same when it
 * is repeated, so that a crash anywhere costs a repetition and never a second number.
 */
export async function send(effect: PaperEffect, sending: Sending, shop: Workshop): Promise<Outcome> {
  if (effect.kind === 'cancel') {
    await shop.papers.revoke(documentId(effect.effect), sending.now);
    return { outcome: 'done' };
  }
  if (effect.kind === 'suspend') {
    await shop.papers.suspend(documentId(effect.effect), effect.on ? effect.at : null);
    return { outcome: 'done' };
  }
  const known = await shop.papers.get(documentId(effect.id));
  if (known?.file) return answered(effect, known);
  const service: Service | null = await shop.bundle(effect.definition);
  const definition = service?.documents?.[effect.document];
  if (!service || !definition)
    return { outcome: 'failed', code: service ? 'noDocument' : 'noBundle', again: !service };
  const texts = (service.form?.texts ?? {}) as FieldTexts;

  const fresh = known ?? blank(effect, definition, texts, sending.now);
  const year = dayOf(fresh.issuedAt, ZONE).slice(0, 4);
  const item = await shop.papers.draw(fresh, counterOf(effect, definition, year), (n) =>
    say(definition.number?.pattern ?? '', { ...effect.data.names, n, year: Number(year) }),
  );
  const { file, pages } = await print(effect, definition, texts, item, shop);
  const hash = createHash('sha256').update(file).digest();
  const sha256 = hash.toString('hex');
  const key = `${effect.service}/${effect.case}/documents/${item.id}.pdf`;
  const version = await shop.keep(key, file, sha256);
  const signature = await shop.seal(hash);
  const kept = { key, version, sha256, size: file.length, pages };
  await shop.papers.issued(item.id, { file: kept, signature });
  return answered(effect, { ...item, file: kept });
}
