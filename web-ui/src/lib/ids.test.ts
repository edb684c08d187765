import { expect, it } from 'vitest';
import { randomId } from './ids';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('makes a UUID where the browser hides randomUUID', () => {
  const plainHttp = { getRandomValues: crypto.getRandomValues.bind(crypto) };

  const ids = Array.from({ length: 50 }, () => randomId(plainHttp));

  ids.forEach((id) => {
    expect(id).toMatch(UUID_V4);
  });
  expect(new Set(ids).size).toBe(50);
});

it('takes the browser’s own where there is one', () => {
  expect(randomId()).toMatch(UUID_V4);
});
