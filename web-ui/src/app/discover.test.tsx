import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { card } from '@/testing/cards';
import { fakeFilms } from '@/testing/fakeFilms';
import { aSeries, aTitle } from '@/testing/films';
import { renderApp } from '@/testing/renderApp';

describe('discover', () => {
  it('keeps what is chosen in the address, and loads more', async () => {
    fakeFilms.titles = [
      ...Array.from({ length: 25 }, (_, index) => aTitle({ title: `Film ${index.toString()}` })),
      aSeries([{}], { title: 'A series' }),
    ];
    const { user, whereabouts } = renderApp('/discover');
    expect(await card('Film 24')).toBeVisible();

    await user.click(screen.getByRole('link', { name: 'Series' }));

    expect(await card('A series')).toBeVisible();
    expect(whereabouts()).toBe('/discover?type=SERIES');
    await expectAccessible();
    await waitFor(() => {
      expect(screen.queryByRole('article', { name: 'Film 24' })).toBeNull();
    });
  });

  it('narrows a shelf by genre, year and rating, and says so in the address', async () => {
    fakeFilms.titles = [
      aTitle({ title: 'Sunrise', year: 1927, voteAverage: 8.2, genres: ['Drama'] }),
      aTitle({ title: 'College', year: 1927, voteAverage: 7.1 }),
      aTitle({ title: 'The Kid', year: 1921, voteAverage: 8.2, genres: ['Drama'] }),
    ];
    const { user, whereabouts } = renderApp('/discover');
    await card('College');

    await user.selectOptions(await screen.findByRole('combobox', { name: 'Year' }), '1927');
    await waitFor(() => {
      expect(screen.queryByRole('article', { name: 'The Kid' })).toBeNull();
    });
    expect(await card('College')).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Rating' }), '8 and better');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Genre' }), 'Drama');

    await waitFor(() => {
      expect(screen.queryByRole('article', { name: 'College' })).toBeNull();
    });
    expect(await card('Sunrise')).toBeVisible();
    expect(whereabouts()).toBe('/discover?year=1927&rating=8&genre=18');
    await expectAccessible();
    await user.click(screen.getByRole('link', { name: 'Show all' }));
    expect(await card('The Kid')).toBeVisible();
    expect(whereabouts()).toBe('/discover');
  });

  it('leads from an empty shelf to all of it', async () => {
    fakeFilms.titles = [aTitle({ title: 'College', year: 1927 })];
    const { user, whereabouts } = renderApp('/discover?list=popular&year=1926');
    const empty = (await screen.findByText('Nothing is on this shelf.')).parentElement;
    if (empty === null) throw new Error('It stands nowhere.');

    await user.click(within(empty).getByRole('link', { name: 'Show all' }));

    expect(await card('College')).toBeVisible();
    expect(whereabouts()).toBe('/discover?list=popular');
  });

  it('stands as the address says, and takes no heed of what means nothing', async () => {
    fakeFilms.titles = [aTitle({ title: 'College' })];
    renderApp('/discover?provider=258&rating=11&year=soon');

    expect(await screen.findByText('Nothing is on this shelf.')).toBeVisible();
    expect(await screen.findByRole('combobox', { name: 'Shown by' })).toHaveDisplayValue(
      'Criterion Channel',
    );
    expect(screen.getByRole('combobox', { name: 'Year' })).toHaveDisplayValue('Any year');
    expect(screen.getByRole('combobox', { name: 'Rating' })).toHaveDisplayValue('Any rating');
  });
});
