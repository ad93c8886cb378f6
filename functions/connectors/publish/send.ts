import type { CallEffect, CancelEffect } from '#core/case/effect.ts';
import { childOf } from '#core/case/origin.ts';
import type { JsonObject } from '#core/case/types.ts';
import type { Block } from '#core/definition/types.generated.ts';
import { blocks, type FieldTexts } from '#core/document/content.ts';
import { ExpressionError } from '#core/expression/index.ts';
import type { Outcome } from '../../store/drain.ts';
import type { NewsItem } from '../../store/news.ts';
import type { News } from './news.ts';

/** What is asked of the connector that publishes. */
export type PublishEffect = CallEffect | CancelEffect;

type Text = { [language: string]: string };
type Asked = {
  in: string[];
  last?: string;
  body: Block[];
  texts?: FieldTexts;
  service: Text;
  agency: Text;
};

const ZONE = 'Europe/Kyiv';
/** Where an announcement appears whose definition does not say. */
const PLACES = ['news'];

/** The languages in which it is said: those of the service's title. */
const languagesOf = ({ service }: Asked) => Object.keys(service);

function written(effect: CallEffect, asked: Asked): NewsItem {
  const { names = {} } = (effect.data.input ?? {}) as { names?: JsonObject };
  const issue = {
    id: childOf(effect.id),
    ...{ number: null, issuedAt: effect.at, validUntil: null, zone: ZONE, issuer: [], verifyAt: null },
  };
  const given = { issue, ...(asked.texts ? { texts: asked.texts } : {}) };
  const body = Object.fromEntries(
    languagesOf(asked).map((language) => [language, blocks(asked.body, names, language, given)]),
  );
  return {
    id: issue.id,
    at: effect.at,
    ...(asked.last === undefined ? {} : { until: asked.last }),
    service: asked.service,
    agency: asked.agency,
    body: body as unknown as NewsItem['body'],
    effect: effect.id,
    case: effect.case,
  };
}

/** Puts an announcement into its places, or takes it off again; either gives the same when it is repeated. */
export async function send(effect: PublishEffect, kept: News): Promise<Outcome> {
  const asked = effect.ask as unknown as Partial<Asked> | undefined;
  const places = asked?.in && asked.in.length > 0 ? asked.in : PLACES;
  if (effect.kind === 'cancel') {
    for (const place of places) await kept.drop(place, effect.effect);
    return { outcome: 'done' };
  }
  if (effect.kind !== 'publish') return { outcome: 'failed', code: 'notPublished', again: false };
  try {
    const item = written(effect, asked as Asked);
    for (const place of places) await kept.put(place, item);
    const result = places.map((place) => ({ place, id: item.id }));
    return { outcome: 'done', answer: { type: 'callAnswered', effect: effect.id, result } };
  } catch (error) {
    if (error instanceof ExpressionError)
      return { outcome: 'failed', code: `body: ${error.code}`, again: false };
    throw error;
  }
}
