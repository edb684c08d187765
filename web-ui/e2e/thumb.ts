import { expect, type Page } from '@playwright/test';

/** How high and wide a place must be that takes a press of a finger. */
const THUMB = 44;

/** A page in the hand: nothing sticks out at its side, and whatever can be pressed is large enough for a thumb. */
export async function fitsTheHand(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
  await expect.poll(() => page.evaluate(tooSmall, THUMB)).toEqual([]);
}

/** Runs in the page. Where a mark is smaller than what takes the press, that is its label, its frame or a pseudo-element. */
function tooSmall(least: number): string[] {
  const PRESSED = 'a[href], button, input, select, textarea';
  const sizeOf = (element: Element) => {
    const place =
      element.closest('label') ?? element.closest('.input, .chip, .find, .in') ?? element;
    const { width, height } = (
      element.matches('a, button') ? element : place
    ).getBoundingClientRect();
    const around = ['::before', '::after']
      .map((name) => getComputedStyle(element, name))
      .filter(({ content, position }) => content !== 'none' && position === 'absolute')
      .map((style) => [Number.parseFloat(style.width) || 0, Number.parseFloat(style.height) || 0]);
    return [
      Math.max(width, ...around.map(([wide]) => wide ?? 0)),
      Math.max(height, ...around.map(([, high]) => high ?? 0)),
    ] as const;
  };
  return [...document.querySelectorAll(PRESSED)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.matches('.skip'))
    .flatMap((element) => {
      const [width, height] = sizeOf(element);
      return width >= least - 0.5 && height >= least - 0.5
        ? []
        : [`${width.toFixed(0)} × ${height.toFixed(0)}: ${element.outerHTML.slice(0, 120)}`];
    });
}
