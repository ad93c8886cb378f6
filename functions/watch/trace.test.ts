import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traced, traceId, traceparent } from './trace.ts';

const hex = (length: number) =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`)).filter((id) => !/^0+$/.test(id));
const shape = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

describe('the trace of what is going on', () => {
  it('goes on as it came, each time as a new span', () => {
    fc.assert(
      fc.property(hex(32), hex(16), fc.constantFrom('00', '01'), (trace, span, flags) => {
        traced(`00-${trace}-${span}-${flags}`, () => {
          expect(traceId()).toBe(trace);
          expect(traceparent()).toMatch(shape);
          expect(traceparent()).toMatch(new RegExp(`-${flags}$`));
          expect(traceparent()).not.toContain(`-${span}-`);
        });
      }),
    );
  });

  it('begins anew where what came is none, and passes nothing of it on', () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), (given) => {
        traced(given, () => expect(traceparent()).toMatch(shape));
      }),
    );
    traced(`00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`, () => expect(traceId()).not.toMatch(/^0+$/));
  });

  it('is not mixed up with another that runs at the same time, and is nothing outside', async () => {
    const one = `00-${'a'.repeat(32)}-${'1'.repeat(16)}-01`;
    const other = `00-${'b'.repeat(32)}-${'2'.repeat(16)}-01`;
    const later = async () => {
      await new Promise(setImmediate);
      return traceId();
    };
    expect(await Promise.all([traced(one, later), traced(other, later)])).toEqual([
      'a'.repeat(32),
      'b'.repeat(32),
    ]);
    expect(traceparent()).toBeUndefined();
  });
});
