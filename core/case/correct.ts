import { at, withChanges } from '#core/flow/pointer.ts';
import type { Correct } from './command.ts';
import { entered } from './entered.ts';
import { namesOf } from './names.ts';
import { mustBePossible } from './offered.ts';
import { refuse } from './refuse.ts';
import { itemsOf, reissued, standing } from './reissue.ts';
import { rewrites, written } from './rewrite.ts';
import { said } from './tasks.ts';
import type { Turn } from './turn.ts';

/**
 * A mistake in a decided case is mended: records that say otherwise now are changed first, then the documents that hold
 * are drawn anew, by effects of the event.
 */
export function correct(turn: Turn, { changes, reason }: Correct) {
  mustBePossible(turn, 'correct');
  said(reason, '/reason');
  const { case: kase, service, now } = turn;
  if (kase.reissuing !== undefined || kase.rewriting !== undefined)
    refuse(
      'late',
      'Попереднє виправлення ще вноситься: спробуйте за хвилину',
      'The correction before is still being carried out: try again in a minute',
    );
  const data = withChanges(kase.data.form, changes);
  const form = entered(service.bundle.form, data, namesOf(service, kase, '', now), '/changes');

  const document = service.bundle.after?.correct?.reissues;
  const papers = document === undefined ? [] : standing(kase, document);
  const records = written(kase);
  const formed = { ...kase, data: { ...kase.data, form } };
  const items = itemsOf(
    turn,
    formed,
    [...papers, ...records].map(({ path }) => path),
  );
  const corrected = { ...formed, data: { ...formed.data, items: { ...kase.data.items, ...items } } };
  const again = rewrites(turn, corrected, records);
  const drawn = papers.map(({ id, path, document }) => ({ document, path, replaces: id }));
  const pointers = Object.keys(changes);
  turn.say({
    type: 'corrected',
    changed: pointers,
    ...(again ? { rewrites: again.rewrites } : {}),
    ...(drawn.length === 0 ? {} : again ? { papers: drawn } : { reissues: reissued(turn, drawn) }),
    data: {
      form,
      reason,
      changes: pointers.map((pointer) => ({
        pointer,
        from: at(kase.data.form, pointer) ?? null,
        to: at(form, pointer) ?? null,
      })),
      ...(Object.keys(items).length > 0 ? { items } : {}),
      ...(again ? { records: again.records } : {}),
    },
  });
}
