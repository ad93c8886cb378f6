import type { EventOf, IssuedMeta } from './event.ts';
import type { Case } from './types.ts';

// What a case has given (documents, records) and what becomes of it

/** The case with the document that an answer brings; the one that it takes the place of says so. */
export function withDocument(kase: Case, { document, effect, data }: EventOf<'answered'>): Case {
  if (!document) return kase;
  const old = document.replaces === undefined ? undefined : kase.documents[document.replaces];
  const says = data?.says === undefined ? {} : { says: { ...kase.data.says, [document.id]: data.says } };
  return {
    ...withoutAwaited(kase, effect),
    documents: {
      ...kase.documents,
      ...(old
        ? {
            [old.id]: {
              ...old,
              replacedBy: document.id,
              ...(document.duplicate ? { duplicated: true as const } : {}),
            },
          }
        : {}),
      [document.id]: document,
    },
    data: { ...kase.data, ...says },
  };
}

/** The case with the record that an answer tells of; one that was written anew stays that of the effect which first wrote it. */
export function withRecord(kase: Case, event: EventOf<'answered'>): Case {
  const { record, effect, data, path } = event;
  const result = data?.result;
  const key = result !== null && typeof result === 'object' && 'key' in result ? result.key : undefined;
  const rewrite = kase.rewriting?.effects[effect];
  if (rewrite) {
    const { rewrites = {}, ...kept } = kase.data;
    const { [effect]: wrote, ...still } = rewrites;
    const known = kept.records?.[rewrite.of];
    const asked = kept.asks[path];
    const next = withoutAwaited(kase, effect);
    return {
      ...next,
      data: {
        ...kept,
        ...(Object.keys(still).length > 0 ? { rewrites: still } : {}),
        ...(known && wrote
          ? {
              records: { ...kept.records, [rewrite.of]: { ...known, key: wrote.key } },
              asks: {
                ...kept.asks,
                [path]: {
                  ...asked,
                  key: wrote.key,
                  record: { ...(asked?.record as object), ...wrote.record },
                },
              },
            }
          : {}),
      },
    };
  }
  if (!record || key === undefined) return kase;
  const at = kase.places[path]?.since ?? event.at;
  const records = { ...kase.data.records, [effect]: { registry: record.registry, key, path, at } };
  return { ...kase, data: { ...kase.data, records } };
}

/** The case that waits for documents which an answer has drawn anew: the record is corrected, the duplicate is paid for. */
export function withReissues(kase: Case, { reissues, effect }: EventOf<'answered'>): Case {
  if (!reissues) return kase;
  const { paying, ...rest } = kase;
  const { [effect]: _, ...still } = paying ?? {};
  return {
    ...rest,
    ...(Object.keys(still).length > 0 ? { paying: still } : {}),
    reissuing: { ...kase.reissuing, ...reissues },
  };
}

/** The case in which a duplicate was asked for. */
export function duplicated(kase: Case, { document, reissues, pays }: EventOf<'duplicated'>): Case {
  if (reissues) return { ...kase, reissuing: { ...kase.reissuing, ...reissues } };
  if (!pays) return kase;
  return { ...kase, paying: { ...kase.paying, [pays.effect]: { document, amount: pays.amount } } };
}

/** The case that does not wait any more for what a correction asked by this effect. */
export function withoutAwaited(kase: Case, effect: string): Case {
  const { reissuing, rewriting, paying, ...rest } = kase;
  const { [effect]: ___, ...fees } = paying ?? {};
  const { [effect]: _, ...papers } = reissuing ?? {};
  const { [effect]: __, ...records } = rewriting?.effects ?? {};
  return {
    ...rest,
    ...(Object.keys(papers).length > 0 ? { reissuing: papers } : {}),
    ...(Object.keys(fees).length > 0 ? { paying: fees } : {}),
    ...(rewriting && Object.keys(records).length > 0
      ? { rewriting: { ...rewriting, effects: records } }
      : {}),
  };
}

/** What could not be written is not drawn either: the document must not say what the record does not. */
export function withoutFailed(kase: Case, effect: string): Case {
  const next = withoutAwaited(kase, effect);
  const { rewriting } = next;
  const { [effect]: gone, ...rewrites } = kase.data.rewrites ?? {};
  if (gone === undefined) return next;
  const { rewrites: _, ...data } = kase.data;
  return {
    ...next,
    ...(rewriting ? { rewriting: { ...rewriting, papers: [] } } : {}),
    data: { ...data, ...(Object.keys(rewrites).length > 0 ? { rewrites } : {}) },
  };
}

export function revoked(kase: Case, event: EventOf<'revoked'>): Case {
  const { records: _, ...data } = kase.data;
  const documents = Object.values(kase.documents).map((one): [string, IssuedMeta] => [
    one.id,
    event.documents?.includes(one.id) ? { ...one, revoked: event.at } : one,
  ]);
  return { ...kase, revoked: event.at, documents: Object.fromEntries(documents), data };
}

export function corrected(kase: Case, event: EventOf<'corrected'>): Case {
  const { data, reissues, rewrites, papers = [], at, actor } = event;
  const next = {
    ...kase,
    ...(reissues ? { reissuing: { ...kase.reissuing, ...reissues } } : {}),
    ...(rewrites ? { rewriting: { effects: rewrites, papers } } : {}),
  };
  if (!data) return next;
  const items = { ...kase.data.items, ...data.items };
  const changes = [...kase.data.changes, ...(data.changes ?? []).map((c) => ({ ...c, at, by: actor }))];
  const records = data.records ? { rewrites: data.records } : {};
  return { ...next, data: { ...kase.data, form: data.form, items, changes, ...records } };
}
