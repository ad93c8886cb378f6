import type { CallEffect, CancelEffect, ReportEffect } from '#core/case/effect.ts';
import { bytesOf, MOST_ANSWER } from '#core/case/size.ts';
import type { Bid, Collection } from '../../store/collections.ts';
import type { Outcome, Told } from '../../store/drain.ts';
import type { Collections } from './collections.ts';

/** Opens a collection, or closes it and answers with all that was sent to it. */
export async function collect(effect: CallEffect, kept: Collections): Promise<Outcome> {
  const { ask } = effect;
  if (ask.closed === true) {
    const bids = await kept.bids(String(ask.service), effect.case);
    const result = bids.map(({ case: id, reference, at, name, form }) => ({
      id,
      reference,
      submittedAt: at,
      name,
      form,
    }));
    if (bytesOf(result) > MOST_ANSWER) return { outcome: 'failed', code: 'tooLarge', again: false };
    return { outcome: 'done', answer: { type: 'callAnswered', effect: effect.id, result } };
  }
  const { service, title, until, from, sealed, replaceable } = ask as unknown as {
    service: string;
    title: Collection['title'];
    until: string;
    from?: string;
    sealed?: string[];
    replaceable?: boolean;
  };
  await kept.open({
    id: effect.case,
    by: effect.service,
    reference: effect.reference,
    title,
    effect: effect.id,
    service,
    closes: until,
    ...(from === undefined ? {} : { opens: from }),
    ...(sealed === undefined ? {} : { sealed }),
    ...(replaceable === undefined ? {} : { replaceable }),
  });
  return { outcome: 'done' };
}

/** An application takes its place among those collected; the one that it replaces, or that may not be there, is taken back. */
export async function join(effect: ReportEffect, kept: Collections): Promise<Told[]> {
  const { origin, service, case: id, reference, at, data } = effect;
  const recalled = (what: string, gone: string): Told => ({
    service,
    case: gone,
    id: `${effect.id}/${what}`,
    command: { type: 'withdraw', reason: what },
  });
  const collection = await kept.of(service, origin.case);
  if (!collection || at > collection.closes) return [recalled('closed', id)];
  const { form, person, name } = data as unknown as Pick<Bid, 'form' | 'person' | 'name'>;
  const bid: Bid = { case: id, reference, at, person, name, form };
  const before = await kept.held(service, origin.case, person);
  if (before?.case === id) return [];
  if (before && !collection.replaceable) return [recalled('another', id)];
  if (!(await kept.put(collection, bid, before?.case ?? null))) throw new Overtaken('two at once');
  return before ? [recalled('replaced', before.case)] : [];
}

/** Two of one person came at once: the try is repeated. */
class Overtaken extends Error {
  override name = 'Overtaken';
}

/** One that its applicant took back before the collection closed is not there any more. */
export async function leave({ origin, service, case: id, data, ended }: ReportEffect, kept: Collections) {
  const person = typeof data.person === 'string' ? data.person : '';
  if (ended !== 'withdrawn' || person === '') return;
  const before = await kept.held(service, origin.case, person);
  if (before?.case === id) await kept.takeOut(service, origin.case, person);
}

/** A collection is called off: whoever sent something is told by its end. */
export async function callOff({ id, ask, case: kase }: CancelEffect, kept: Collections): Promise<Told[]> {
  const service = String(ask?.service ?? '');
  const bids = await kept.drop(service, kase);
  return bids.map(({ case: gone }) => ({
    service,
    case: gone,
    id: `${id}/${gone}`,
    command: { type: 'withdraw', reason: 'calledOff' },
  }));
}
