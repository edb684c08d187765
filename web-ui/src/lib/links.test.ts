import { expect, it } from 'vitest';
import { hostOf, linkIn } from './links';

it.each([
  ['https://www.youtube.com/watch?v=1', 'https://www.youtube.com/watch?v=1'],
  ['  youtube.com/watch?v=1 ', 'https://youtube.com/watch?v=1'],
  ['Look at this: https://youtu.be/x and tell me', 'https://youtu.be/x'],
  ['http://127.0.0.1:1/secret.mp4', 'http://127.0.0.1:1/secret.mp4'],
])('finds the link in %s', (text, link) => {
  expect(linkIn(text)).toBe(link);
});

it.each([
  '',
  'the general',
  'file:///etc/passwd',
  '-oProxyCommand=x',
  'javascript:alert(1)',
  'x'.repeat(20_000),
])('finds none in %.40s', (text) => {
  expect(linkIn(text)).toBeUndefined();
});

it('names a link by its host', () => {
  expect(hostOf('https://www.youtube.com/watch?v=1')).toBe('youtube.com');
});
