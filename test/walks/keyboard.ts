import type { Locator, Page } from 'playwright-core';

/** More keys than any page needs: who has to press more has not reached it. */
const MOST_KEYS = 80;

/** Moves the focus with Tab until it is on that element. Throws where it never gets there, or where it cannot be seen there. */
export async function reachByKey(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let keys = 0; keys < MOST_KEYS; keys++) {
    const { here, seen } = await target.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return {
        here: element === document.activeElement,
        seen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      };
    });
    if (here && seen) return;
    if (here) throw new Error(`the focus on ${target} cannot be seen`);
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_KEYS} times Tab do not reach ${target}`);
}

/** Reaches an element with Tab and presses Enter on it. */
export async function pressByKey(page: Page, target: Locator): Promise<void> {
  await reachByKey(page, target);
  await page.keyboard.press('Enter');
}
