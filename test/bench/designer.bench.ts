// The designer and form-js's editor with 574 fields, interleaved: opened, a label changed, a field inserted and moved
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { check } from '#core/definition/index.ts';
import type { Library } from '#core/definition/types.ts';
import { openBrowser } from '../stack/browser.ts';
import { ok, signIn } from '../stack/person.ts';
import { ROOT, startStack } from '../stack/stack.ts';
import { openDesigner } from '../walks/drawing.ts';
import { formJsEditor } from './form-js.ts';
import { SERVICE, service } from './large-form.ts';

const REPEATS = 5;
const VIEWPORT = { width: 1400, height: 900 };
const ACTS = ['label', 'insert', 'move'] as const;
type Act = (typeof ACTS)[number];
type Times = Record<'open' | Act, number[]>;

/** What is to be reached beside the peer's time: at most so much of it, or so many ms. */
const GOALS: Record<keyof Times, string> = { open: '0.5x', label: '0.1x', insert: '100 ms', move: '' };

/** How an editor is looked at and told what to do. `fields` selects its drawn fields, in their order. */
interface Editor {
  readonly fields: string;
  readonly act: (page: Page, act: Act, words: string) => Promise<number>;
}

/** Milliseconds since navigation at which the number of drawn fields stopped growing. */
const opened = (page: Page, fields: string): Promise<number> =>
  page.evaluate(
    (selector) =>
      new Promise<number>((done) => {
        let [known, at] = [0, 0];
        const look = () => {
          const count = document.querySelectorAll(selector).length;
          const now = performance.now();
          if (count !== known) [known, at] = [count, now];
          if (count > 0 && now - at > 500) done(at);
          else requestAnimationFrame(look);
        };
        look();
      }),
    fields,
  );

/** Milliseconds from an act in the page until what it changes is painted: the texts of its fields in their order. */
const painted = (page: Page, fields: string, script: string): Promise<number> =>
  page.evaluate(
    ([selector, source]) =>
      new Promise<number>((done) => {
        const seen = () =>
          [...document.querySelectorAll(selector ?? '')].map((one) => one.textContent).join('\n');
        const before = seen();
        const act = new Function(source ?? '');
        const begun = performance.now();
        const watching = new MutationObserver(() => {
          if (seen() === before) return;
          watching.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
        });
        watching.observe(document.body, { subtree: true, childList: true, characterData: true });
        act();
      }),
    [fields, script],
  );

const FIELDS = '.d-block';
const ours: Editor = {
  fields: FIELDS,
  act: async (page, act, words) => {
    await page.locator('[data-field="/f3"]').click();
    await page.locator('#d-panel-label').waitFor();
    const time = await painted(
      page,
      FIELDS,
      {
        label: `const input = document.getElementById('d-panel-label');
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${JSON.stringify(words)});
          input.dispatchEvent(new Event('input', { bubbles: true }));`,
        insert: `document.querySelector('.d-kind').click();`,
        move: `document.querySelector('[data-field="/f3"]')
          .dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));`,
      }[act],
    );
    await page.locator('[data-saving=saved]').waitFor();
    return time;
  },
};
const PEER_FIELDS = '.fjs-form-editor .fjs-form-field';
const peers: Editor = {
  fields: PEER_FIELDS,
  act: (page, act, words) => painted(page, PEER_FIELDS, `window.bench.${act}(${JSON.stringify(words)});`),
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function measure(page: Page, url: string, editor: Editor, times: Times, n: number): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' });
  times.open.push(await opened(page, editor.fields));
  for (const act of ACTS) times[act].push(await editor.act(page, act, `Words ${n}`));
}

const newPage = async (browser: Browser, baseURL?: string): Promise<Page> =>
  (await browser.newContext({ viewport: VIEWPORT, ...(baseURL ? { baseURL } : {}) })).newPage();
const none = (): Times => ({ open: [], label: [], insert: [], move: [] });

/** How long the check takes, by the same code that runs beside the page. */
function checked(): number {
  const agency = JSON.parse(
    readFileSync(join(ROOT, 'service-definitions/agencies/kyiv-city.json'), 'utf8'),
  ) as Library['agencies'][string];
  const library = {
    ...{
      agencies: { 'kyiv-city': agency },
      connectors: {},
      registries: {},
      parts: {},
      published: {},
      files: {},
    },
    services: { [SERVICE]: service },
  } as unknown as Library;
  const times = Array.from({ length: REPEATS * 2 }, () => {
    const begun = performance.now();
    check(library, { kind: 'service', id: SERVICE });
    return performance.now() - begun;
  });
  return median(times);
}

const stack = await startStack({ port: 4560 });
const browser = await openBrowser();
const peer = await formJsEditor();
try {
  const analyst = signIn(stack, 'analyst');
  const [own, theirs] = [none(), none()];
  const page = await newPage(browser, stack.origin);
  await openDesigner(page);
  for (let n = 0; n < REPEATS; n += 1) {
    const draft = await analyst.get<unknown>(`/definitions/service/${SERVICE}/draft`);
    ok(
      await analyst.put(`/definitions/service/${SERVICE}/draft`, service, draft.headers.get('etag') ?? '"0"'),
    );
    await measure(page, `${stack.origin}/design/service/${SERVICE}/form`, ours, own, n);
    if (!peer) continue;
    const other = await newPage(browser);
    await measure(other, peer.url, peers, theirs, n);
    await other.context().close();
  }
  console.log(`574 fields on one page, medians of ${REPEATS}, ms:`);
  for (const what of ['open', ...ACTS] as const) {
    const [a, b] = [median(own[what]), median(theirs[what])];
    const beside = peer
      ? `form-js ${b.toFixed(0).padStart(5)}  ${(a / b).toFixed(2)}x`
      : 'form-js could not be installed';
    console.log(
      `  ${what.padEnd(7)} ${a.toFixed(0).padStart(5)}  ${beside}  ${GOALS[what] && `goal ${GOALS[what]}`}`,
    );
  }
  console.log(`  check   ${checked().toFixed(0).padStart(5)}  off the main thread in the page  goal 200 ms`);
  if (peer)
    console.log(
      `  form-js weighs ${peer.kilobytes} kB gzipped; \`node portal/build.ts\` prints what the designer does`,
    );
} finally {
  peer?.close();
  await browser.close();
  await stack.stop();
}
