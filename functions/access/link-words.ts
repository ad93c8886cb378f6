import { spokenReference } from '#core/case/reference.ts';
import { endingTitle } from '#core/case/titles.ts';
import type { Case, EventOf, Text } from '#core/case/types.ts';

const SENT: { readonly [as in 'appeal' | 'renew']: (reference: string) => Text } = {
  appeal: (reference) => ({ uk: `Подано скаргу ${reference}`, en: `Complaint ${reference} submitted` }),
  renew: (reference) => ({
    uk: `Подано заяву на поновлення ${reference}`,
    en: `Application ${reference} for renewal submitted`,
  }),
};

const ENDED: { readonly [as in 'appeal' | 'renew']: (reference: string, kind: string) => Text } = {
  appeal: (reference, kind) => said('Скарга', 'Complaint', reference, complaintEnding(kind)),
  renew: (reference, kind) =>
    said('Заява на поновлення', 'Application for renewal', reference, endingTitle(kind)),
};

const said = (uk: string, en: string, reference: string, ending: Text | undefined): Text => ({
  uk: `${uk} ${reference}: ${(ending?.uk ?? 'завершено').toLowerCase()}`,
  en: `${en} ${reference}: ${(ending?.en ?? 'ended').toLowerCase()}`,
});

/** Of a complaint one says that it was upheld or dismissed, not that it was granted or refused. */
const complaintEnding = (kind: string): Text | undefined =>
  ({
    granted: { uk: 'задоволено', en: 'upheld' },
    partly: { uk: 'задоволено частково', en: 'upheld in part' },
    refused: { uk: 'відхилено', en: 'dismissed' },
  })[kind] ?? endingTitle(kind);

/** What a complaint does to the decision while it is dealt with, and once it is decided. */
const SUSPENDS: Text = { uk: 'дію рішення зупинено', en: 'the decision has no force meanwhile' };
const STANDS: Text = { uk: 'рішення знову чинне', en: 'the decision has force again' };
const STANDS_STILL: Text = {
  uk: 'доки рішення не переглянуто, воно знову чинне',
  en: 'until the decision is looked at again, it has force again',
};

const withMore = (text: Text, more: Text | undefined): Text =>
  more ? { uk: `${text.uk}; ${more.uk}`, en: `${text.en}; ${more.en}` } : text;

/** What is told of a complaint or a renewal that was sent; undefined of cases that are started: their states tell enough. */
export function sentWords({ as, reference, suspends }: EventOf<'linked'>): Text | undefined {
  if (as !== 'appeal' && as !== 'renew') return undefined;
  return withMore(SENT[as](spokenReference(reference)), suspends ? SUSPENDS : undefined);
}

/** How a complaint or a renewal ended, and what that does to the decision; `linked`: what the case knows of it. */
export function endedWords(
  { child, kind, resumes }: EventOf<'linkEnded'>,
  linked: Case['linked'],
): Text | undefined {
  const sent = linked?.[child];
  if (sent?.as !== 'appeal' && sent?.as !== 'renew') return undefined;
  const upheld = kind === 'granted' || kind === 'partly';
  const stands = upheld ? STANDS_STILL : STANDS;
  return withMore(ENDED[sent.as](spokenReference(sent.reference), kind), resumes ? stands : undefined);
}
