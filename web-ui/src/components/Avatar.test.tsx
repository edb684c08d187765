import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Avatar } from './Avatar';

it.each([
  ['ben', 'B'],
  ['🎬 Ida', '🎬'],
  [' עמליה', 'ע'],
])('the mark of %s is a whole character', (name, mark) => {
  render(<Avatar name={name} />);

  expect(screen.getByText(mark)).toBeVisible();
});
