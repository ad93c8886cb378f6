import { describe, expect, it } from 'vitest';
import type { TaskCard } from '../store/items.ts';
import { counted } from './counts.ts';

const now = '2026-11-24T10:00:00.000Z';
const line = (kase: string, more: object) =>
  ({ case: kase, service: 'demo', path: 'review', role: 'registrar', overdue: false, ...more }) as TaskCard;

describe('how an office stands', () => {
  it('counts cases once, however many tasks they wait for and whoever was told of a delay', () => {
    const tasks = [
      line('c1', { path: 'signing/head/sign', role: 'head', due: '2026-11-24T15:00:00.000Z' }),
      line('c1', { path: 'signing/lawyer/sign', role: 'lawyer', due: '2026-11-30T15:00:00.000Z' }),
      line('c2', { due: '2026-11-23T15:00:00.000Z', overdue: true }),
      line('c2', { path: 'review!head', role: 'head', due: '2026-11-23T15:00:00.000Z', overdue: true }),
      // 00:30 of the next day in Kyiv
      line('c3', { due: '2026-11-24T22:30:00.000Z' }),
    ];
    expect(counted(tasks, { office: 'o', now })).toEqual([
      {
        ...{ service: 'demo', office: 'o', open: 3, late: 1, dueToday: 1 },
        waiting: [
          { role: 'head', count: 1 },
          { role: 'lawyer', count: 1 },
          { role: 'registrar', count: 2 },
        ],
      },
    ]);
  });
});
