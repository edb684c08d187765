import { expect, it } from 'vitest';
import { matching, type Command } from './commands';

const command = (title: string, more: Partial<Command> = {}): Command => ({
  id: title,
  title,
  icon: null,
  run: () => undefined,
  ...more,
});
const found = (query: string, ...commands: Command[]) =>
  matching([{ title: 'All', commands }], query).flatMap((group) =>
    group.commands.map(({ title }) => title),
  );

it('puts the beginning of a title first, then of a word, then the rest', () => {
  expect(found('re', command('Barefoot'), command('A red kite'), command('Reel'))).toEqual([
    'Reel',
    'A red kite',
    'Barefoot',
  ]);
});

it('does not care for case and accents, nor for the order of words', () => {
  expect(found('etretat fish', command('Fishermen at Étretat'))).toEqual(['Fishermen at Étretat']);
});

it('finds by other words too, and leaves out what does not match', () => {
  expect(
    found('lantern', command('A film', { words: 'The Lantern Room' }), command('Another')),
  ).toEqual(['A film']);
});

it('offers a pasted link whatever else matches', () => {
  const groups = matching(
    [
      { title: 'Link', commands: [command('Download this link')], always: true },
      { title: 'Do', commands: [command('Sign out')] },
    ],
    'https://youtu.be/x',
  );

  expect(groups.map(({ title }) => title)).toEqual(['Link']);
});
