import { scalar } from '#core/expression/types/index.ts';
import { document as issued } from '../../scope/people.ts';
import type { StatePlace } from '../../scope/places.ts';
import type { Names } from '../../scope/results.ts';
import type { Document, Message, Service } from '../../types.ts';
import { messagesOf } from '../../walk.ts';
import type { Asking, Sight } from './ask.ts';
import { askBlocks } from './blocks.ts';
import { askTexts } from './texts.ts';

/** Documents and messages see what there is where they are issued and sent: each is asked for every such place. */
export function askPapers(
  asking: Asking,
  service: Service,
  places: readonly StatePlace[],
  anywhere: Names,
): void {
  const everywhere = Object.assign({}, ...places.map((p) => p.names), anywhere) as Names;
  for (const [name, document] of Object.entries(service.documents ?? {})) {
    const uses = places
      .filter(({ state }) => state.type === 'issue' && state.document === name)
      .map(usedAt('issued'));
    const sights = uses.length > 0 ? uses : [{ names: everywhere, strict: false }];
    for (const sight of sights) askDocument(asking, document, `/documents/${name}`, sight, service);
  }
  for (const [name, message] of Object.entries(service.messages ?? {})) {
    const uses = places.filter(({ state }) => messagesOf(state).includes(name)).map(usedAt('sent'));
    const { extend, overdue } = service.decideWithin ?? {};
    if (extend?.message === name || overdue?.notify?.includes(name))
      uses.push({ names: anywhere, strict: true });
    const sights = uses.length > 0 ? uses : [{ names: everywhere, strict: false }];
    for (const sight of sights) askMessage(asking, message, `/messages/${name}`, sight);
  }
}

const words = {
  issued: { uk: 'видається у стані', en: 'issued in the state' },
  sent: { uk: 'надсилається зі стану', en: 'sent from the state' },
} as const;

const usedAt =
  (how: keyof typeof words) =>
  ({ name, names, facts }: StatePlace): Sight => ({
    names,
    facts,
    strict: true,
    used: { uk: `${words[how].uk} «${name}»`, en: `${words[how].en} “${name}”` },
  });

function askDocument(asking: Asking, document: Document, at: string, sight: Sight, service: Service): void {
  const number = scalar('number');
  askBlocks(
    asking,
    document.body,
    `${at}/body`,
    { ...sight, names: { ...sight.names, document: issued } },
    service,
  );
  if (document.number)
    asking.text(document.number.pattern, `${at}/number/pattern`, {
      ...sight,
      names: { ...sight.names, n: number, year: number },
    });
  if (document.validUntil !== undefined)
    asking.ask(document.validUntil, `${at}/validUntil`, sight, {
      kinds: ['date', 'date and time', 'string'],
      empty: true,
    });
  for (const [n, path] of (document.public ?? []).entries()) asking.ask(path, `${at}/public/${n}`, sight);
}

function askMessage(asking: Asking, message: Message, at: string, sight: Sight): void {
  askTexts(asking, message.subject, `${at}/subject`, sight);
  askTexts(asking, message.body, `${at}/body`, sight);
  if (message.sms) askTexts(asking, message.sms, `${at}/sms`, sight);
}
