import { expect } from 'vitest';

/** A test as it was written down: `id` is its file and its names, `run` calls it. */
export type Registered = { readonly id: string; readonly run: () => unknown };

type Body = (...given: unknown[]) => unknown;
type Options = Body | object | number | undefined;

const bodyOf = (first: Options, second: Options): Body =>
  (typeof first === 'function' ? first : second) as Body;
const row = (one: unknown): unknown[] => (Array.isArray(one) ? one : [one]);

/** As much of Vitest's `describe` and `it` as the core's tests use; they put what they are given into `tests`. */
export function registry(): { tests: Registered[]; inFile: (file: string) => void } {
  const tests: Registered[] = [];
  const names: string[] = [];
  let file = '';

  const it = (name: string, first: Options, second?: Options) => {
    tests.push({ id: `${file}#${[...names, name].join(' › ')}`, run: bodyOf(first, second) });
  };
  const describe = (name: string, first: Options, second?: Options) => {
    names.push(name);
    bodyOf(first, second)();
    names.pop();
  };
  const each =
    (one: typeof it) => (table: readonly unknown[]) => (name: string, first: Options, second?: Options) => {
      table.forEach((given, n) => {
        one(`${name} (${n})`, () => bodyOf(first, second)(...row(given)));
      });
    };
  const skipIf = (one: typeof it) => (skipped: unknown) => (skipped ? () => {} : one);
  const whole = (one: typeof it) => Object.assign(one, { each: each(one), skipIf: skipIf(one) });

  Object.assign(globalThis, {
    kladkaTests: { describe: whole(describe), it: whole(it), test: whole(it), expect },
  });
  return {
    tests,
    inFile: (name) => {
      file = name;
    },
  };
}
