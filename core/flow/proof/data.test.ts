import { describe, expect, it } from 'vitest';
import type { Live, ServiceBundle } from '#core/definition/index.ts';
import { prove } from './prove.ts';

const text = { uk: 'т', en: 't' };
const end = (outcome: string) => ({ type: 'end', outcome, kind: 'granted' });
const late = { due: 'P1D', overdue: { raise: 'r' } };

/** check (a call that may fail) → asks (a side question, perhaps skipped) → review → told → over; `told` says the text. */
const flow = (said: string) => ({
  initial: 'check',
  states: {
    check: {
      type: 'call',
      connector: 'c',
      input: {},
      as: 'answer',
      due: 'P1D',
      next: 'asks',
      failed: 'asks',
    },
    asks: {
      type: 'task',
      role: 'r',
      ...late,
      form: {
        schema: {
          type: 'object',
          properties: {
            note: { type: 'string' },
            parts: { type: 'array' },
            place: { type: 'object', properties: { city: { type: 'string' } } },
          },
        },
      },
      actions: { ask: { to: 'helps', reason: true }, skip: { to: 'review' } },
    },
    helps: {
      type: 'party',
      party: 'helper',
      due: 'P1D',
      overdue: { to: 'review' },
      actions: { help: { to: 'review' }, refuse: { to: 'review', reason: true } },
    },
    review: {
      type: 'task',
      role: 'r',
      ...late,
      actions: { approve: { to: 'told', explain: true }, back: { to: 'asks' } },
    },
    told: { type: 'wait', for: 'P1D', say: { uk: said, en: said }, next: 'over' },
    over: end('over'),
  },
});

function flagged(said: string): string[] {
  const bundle = {
    id: 'data',
    agency: 'a',
    startedBy: { applicant: true },
    parties: { applicant: {}, helper: { identify: { rnokpp: '"1"' } } },
    roles: { r: { title: text, sees: [] } },
    form: { schema: {}, pages: [], lookups: { dwelling: { connector: 'c', input: {} } } },
    flow: flow(said),
    retention: {},
  } as unknown as ServiceBundle;
  const output = { type: 'object', properties: { found: { type: 'boolean' }, list: { type: 'array' } } };
  const live = { agencies: {}, connectors: { c: { id: 'c', kind: 'rest', output } } } as unknown as Live;
  const { failures } = prove({ bundle, live });
  return failures
    .filter((f) => f.property === 'data')
    .map((f) => /needs (\S+), which/.exec(f.message.en ?? '')?.[1] ?? f.code);
}

describe('what a text may say', () => {
  it.each([
    // what has surely been done, as it was surely done
    '{{review.action}} {{review.by}} {{review.explain}}',
    '{{asks.action}} {{asks.note}} {{asks.times}}',
    // lists and numbers that are there from the beginning
    '{{count(helps.grounds)}} {{helps.times}} {{count(answer.list)}} {{count(asks.parts)}}',
    // asked first whether it is there
    '{{if answer.found = null then "" else string(answer.found)}}',
    '{{if answer.found != null and answer.found then "так" else "ні"}}',
    '{{if answer.found = null or not(answer.found) then "ні" else "так"}}',
    '{{if not(helps.reason = null) then helps.reason else ""}}',
    '{{if helps.reason != null then helps.reason else ""}}',
    '{{helps.reason = null}} {{helps.action != "help"}}',
    '{{if is defined(helps.reason) then "" else ""}}',
    // known from what was done
    '{{if asks.action = "ask" then asks.reason else ""}}',
    '{{if helps.action = "refuse" then helps.reason else ""}}',
    '{{if helps.times > 0 then helps.by else ""}}',
    '{{if helps.action != null then helps.at else ""}}',
    '{{if helps.action = null then "" else if helps.action = "refuse" then helps.reason else "без причини"}}',
    // its own names
    '{{count(for helps in [1, 2] return helps)}} {{some helps in [1] satisfies helps > 0}}',
  ])('%s', (said) => {
    expect(flagged(said)).toEqual([]);
  });

  it.each([
    ['{{review.reason}}', 'review.reason'],
    ['{{helps.action}}', 'helps.action'],
    ['{{asks.reason}}', 'asks.reason'],
    ['{{answer.found}}', 'answer.found'],
    ['{{helper.name}}', 'helper.name'],
    ['{{dwelling.area}}', 'dwelling.area'],
    ['{{review.previous.note}}', 'review.previous.note'],
    ['{{if helps.action != "refuse" then helps.by else ""}}', 'helps.by'],
    ['{{if asks.action = "skip" then asks.reason else ""}}', 'asks.reason'],
    ['{{if answer.found then 1 else 2}}', 'answer.found'],
    ['{{string(answer.found)}} {{if answer.found = null then 1 else 2}}', 'answer.found'],
    ['{{if answer.found = null or answer.list[1].ok then helps.at else ""}}', 'helps.at'],
    ['{{[1, 2][item > answer.found]}}', 'answer.found'],
  ])('%s, if %s may not be there', (said, name) => {
    expect(flagged(said)).toContain(name);
  });
});
