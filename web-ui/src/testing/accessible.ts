import axe from 'axe-core';
import { expect } from 'vitest';

/** What axe finds wrong with the page, but for colours, which jsdom does not draw; and words that a line may cut off for good. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  expect(cutOff()).toEqual([]);
}

/** What stands in a line that ends in an ellipsis, and does not say all of itself on hover. */
function cutOff(): string[] {
  return [...document.querySelectorAll('.clip')]
    .filter((line) => line.getAttribute('title') !== line.textContent)
    .map((line) => line.outerHTML);
}
