import type { Attached, MessageEffect } from './effect.ts';
import type { EventOf } from './event.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';

type Head = Omit<MessageEffect, 'kind' | 'channel' | 'message' | 'to' | 'language' | 'data'>;

/** What is sent of the messages that were told: letters that wait for a document not yet. */
export function letters(
  service: ServiceRuntime,
  kase: Case,
  event: EventOf<'notified'>,
  head: (connector: string, n: number) => Head,
): MessageEffect[] {
  return event.messages.flatMap((meta, n): MessageEffect[] => {
    const data = event.data?.messages[n];
    if (!data || meta.waits) return [];
    const { message, to, channel, connector, language } = meta;
    const title = (name: string): string => {
      const titles = service.bundle.documents?.[name]?.title;
      return titles?.[language] ?? titles?.uk ?? name;
    };
    const papers = (meta.attach ?? []).map((id) => ({ id, paper: kase.documents[id] }));
    const attach = papers.flatMap(({ paper }) => fileOf(paper, title));
    // a document whose file nobody keeps cannot be attached
    const lost = papers.flatMap(({ id, paper }) => (paper?.key ? [] : [paper?.document ?? id]));
    const missing = [...(meta.missing ?? []), ...lost].map(title);
    return [
      {
        ...head(connector, n),
        ...{ kind: 'message', channel, message, to, language },
        ...(attach.length > 0 ? { attach } : {}),
        ...(missing.length > 0 ? { missing } : {}),
        data,
      },
    ];
  });
}

/** A file's name is of letters that every mail program shows: the document's name in the definition, and its number. */
function fileOf(paper: Case['documents'][string] | undefined, title: (name: string) => string): Attached[] {
  if (!paper?.key) return [];
  const { document, number, key, version, sha256 } = paper;
  const plain = number?.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const name = `${[document, plain].filter(Boolean).join('-')}.pdf`;
  const said = number === undefined ? title(document) : `${title(document)} № ${number}`;
  return [{ name, title: said, key, sha256, ...(version === undefined ? {} : { version }) }];
}
