import { flowOf } from '#core/flow/position.ts';
import type { JsonObject, Path } from '#core/flow/types.ts';
import { attachedTo } from './attached.ts';
import type { MessageData, MessageMeta } from './event.ts';
import { interpolated } from './feel.ts';
import { namesOf } from './names.ts';
import { officeOf } from './office.ts';
import { partyHere } from './party-here.ts';
import { fault } from './refuse.ts';
import type { Turn } from './turn.ts';

/** Sends messages of the definition, each seen from the place it belongs to (`''` the whole case). */
export function tell(turn: Turn, messages: { message: string; path: Path }[]) {
  const metas: MessageMeta[] = [];
  const datas: MessageData[] = [];
  for (const { message, path } of messages) {
    const sent = written(turn, message, path);
    if (!sent) continue;
    metas.push(sent.meta);
    datas.push(sent.data);
  }
  if (metas.length > 0) turn.say({ type: 'notified', messages: metas, data: { messages: datas } });
}

/** Tells the applicant, in words of our own, that what was granted ends and may be renewed. */
export function tellOfEnd(turn: Turn, day: string) {
  const { service, case: kase } = turn;
  const { address } = addressee(turn, 'applicant', '', {});
  const mail = Object.values(service.live.connectors).find((c) => c.kind === 'email');
  if (address.email === undefined || !mail) return;
  const { language, reference } = kase;
  const title = service.bundle.title[language] ?? service.bundle.title.uk ?? '';
  const on = day.split('-').reverse().join('.');
  const said =
    language === 'uk'
      ? {
          subject: `Строк дії спливає ${on}: ${title}`,
          body: `Те, що ви отримали за справою ${reference}, діє до ${on}. Щоб продовжити, відкрийте цю справу і натисніть «Поновити»: дані попередньої заяви вже буде заповнено.`,
        }
      : {
          subject: `Valid until ${on}: ${title}`,
          body: `What you were granted in case ${reference} is valid until ${on}. To go on, open this case and press “Renew”: the data of the application before will be filled in.`,
        };
  turn.say({
    type: 'notified',
    messages: [{ message: 'renewal', to: 'applicant', channel: 'email', connector: mail.id, language }],
    data: { messages: [{ address: { email: address.email }, ...said }] },
  });
}

/** A message with its texts filled in; null where no channel reaches the one it is for. */
function written(turn: Turn, id: string, path: Path): { meta: MessageMeta; data: MessageData } | null {
  const { service } = turn;
  const message = service.bundle.messages?.[id];
  if (!message) return fault(path, `there is no message ${id}`);
  const names = namesOf(service, turn.case, flowOf(path), turn.now);
  const { to, address } = addressee(turn, message.to, path, names);
  const channel = message.channels.find((c) =>
    c === 'email' ? address.email : c === 'sms' ? address.phone : false,
  );
  if (channel === undefined) return null;
  const language = turn.case.language;
  const connector = Object.values(service.live.connectors).find((c) => c.kind === channel);
  const body = channel === 'sms' ? (message.sms ?? message.body) : message.body;
  return {
    meta: {
      ...{ message: id, to, channel, connector: connector?.id ?? channel, language },
      ...(channel === 'email' ? attachedTo(turn.case, message.attach ?? [], path) : {}),
    },
    data: {
      address,
      subject: interpolated(message.subject, names, language, path),
      body: interpolated(body, names, language, path),
    },
  };
}

/** Whom a message is for: the party (of the item here, where it is each of a list), else the office of the role. */
function addressee(
  turn: Turn,
  to: string,
  path: Path,
  names: JsonObject,
): { to: string; address: { email?: string; phone?: string } } {
  const { service } = turn;
  if (Object.hasOwn(service.bundle.parties, to)) {
    const key = partyHere(service, turn.case, to, path);
    const party = turn.case.data.parties[key];
    const told = party?.representative ?? party?.identity;
    const email = told?.email ?? party?.contact?.email;
    const phone = told?.phone ?? party?.contact?.phone;
    return {
      to: key,
      address: {
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
      },
    };
  }
  const { agency, office } = officeOf(service, to, names, path);
  const contacts = service.live.agencies[agency]?.offices.find((o) => o.id === office)?.contacts;
  return {
    to,
    address: contacts?.email === undefined ? {} : { email: contacts.email },
  };
}
