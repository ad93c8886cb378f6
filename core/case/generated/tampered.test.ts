import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../event.ts';
import { Play } from '../small-service.testing.ts';
import { isWhole, keptOf, tampered } from './after-walk.testing.ts';
import { Draw } from './draw.testing.ts';

function refusedCase() {
  const play = new Play();
  play.toReview();
  play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
  return { kept: keptOf(play.events), head: play.here };
}

describe('the chain of a case', () => {
  const { kept, head } = refusedCase();

  it('holds while nothing was touched', () => {
    expect(isWhole(kept, head)).toBe(true);
  });

  it.each(kept.events.map(({ seq, type }) => [seq, type] as const))(
    'shows every single change of event %i, %s',
    (seq) => {
      for (let way = 0; way < 12; way++)
        for (let inner = 0; inner < 12; inner++) {
          const { how, kept: changed } = tampered(new Draw([seq - 1, way, inner, inner]), kept);
          expect(isWhole(changed, head), how).toBe(false);
        }
    },
  );

  it('shows that two neighbours changed places, wherever they stand', () => {
    for (let at = 0; at + 1 < kept.events.length; at++) {
      const events = [...kept.events];
      events.splice(at, 2, events[at + 1] as CaseEvent, events[at] as CaseEvent);
      expect(isWhole({ ...kept, events }, head)).toBe(false);
    }
  });
});
