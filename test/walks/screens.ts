import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { keep } from '../stack/browser.ts';
import type { Stack } from '../stack/stack.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

/** What is wrong with a screen: what axe found, or that it scrolls sideways. */
export interface Flaw {
  screen: string;
  what: string;
}

/** Someone at a browser of their own, with every flaw of the screens they saw. */
export interface Viewer {
  page: Page;
  flaws: Flaw[];
  /** Keeps the screen at 1280 pixels, at 360 where `narrow`, and has axe look at each. */
  look(name: string, narrow?: boolean): Promise<void>;
}

let seen = 0;

/** What the browser says in the console when a page breaks its own content security policy. */
const POLICY = /content security policy|refused to/i;

/**
 * Opens a browser context, in Ukrainian. Mistakes of scripts and breaches of the pages' content security policy are flaws
 * as well; the policy stays on, what a test evaluates is not subject to it.
 */
export async function openViewer(browser: Browser, stack: Pick<Stack, 'origin'>): Promise<Viewer> {
  const context = await browser.newContext({
    baseURL: stack.origin,
    locale: 'uk-UA',
    timezoneId: 'Europe/Kyiv',
    viewport: WIDE,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const flaws: Flaw[] = [];
  page.on('pageerror', (error) => flaws.push({ screen: page.url(), what: error.message }));
  page.on('console', (said) => {
    if (POLICY.test(said.text())) flaws.push({ screen: page.url(), what: said.text() });
  });
  return {
    page,
    flaws,
    async look(name, narrow = false) {
      seen += 1;
      const numbered = `${String(seen).padStart(2, '0')}-${name}`;
      await judge(page, numbered, flaws);
      if (!narrow) return;
      await page.setViewportSize(NARROW);
      await judge(page, `${numbered}-360`, flaws);
      await page.setViewportSize(WIDE);
    },
  };
}

async function judge(page: Page, screen: string, flaws: Flaw[]): Promise<void> {
  // a page of one address stays the same document from screen to screen
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      ),
      ...(scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : []),
    ];
  });
  flaws.push(...found.map((what) => ({ screen, what })));
  await keep(page, 'browser', screen);
}
