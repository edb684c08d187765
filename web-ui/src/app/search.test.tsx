import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { card } from '@/testing/cards';
import { fakeFilms } from '@/testing/fakeFilms';
import { at, problem, server } from '@/testing/FakeServer';
import { aPlayable, aSeries, aStanding, aTitle } from '@/testing/films';
import { renderApp } from '@/testing/renderApp';

describe('the search', () => {
  it('finds what is here, what is coming and what can be asked for, each under its own name', async () => {
    fakeFilms.titles = [
      aPlayable({ title: 'Go West' }),
      aTitle({
        title: 'West of Zanzibar',
        standing: aStanding({ state: 'DOWNLOADING', percent: 61 }),
      }),
      aTitle({ title: 'Westbound' }),
    ];
    renderApp('/search?q=west');

    await card('Go West');
    const here = screen.getByRole('region', { name: 'In your Plex' });
    expect(within(here).getByRole('link', { name: 'Play Go West on Plex' })).toHaveAttribute(
      'href',
      expect.stringContaining('app.plex.tv'),
    );
    const coming = screen.getByRole('region', { name: 'On its way' });
    expect(within(coming).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '61');
    const open = screen.getByRole('region', { name: 'Can be requested' });
    expect(within(open).getByRole('button', { name: 'Request Westbound' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Paste a link' })).toBeVisible();
    await expectAccessible();
  });

  it('begins with what one can do without a word', async () => {
    renderApp('/search');

    expect(await screen.findByRole('heading', { name: 'What are you looking for?' })).toBeVisible();
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('link', { name: 'Discover' })).toHaveAttribute('href', '/discover');
  });

  it('keeps what is written in the address', async () => {
    fakeFilms.titles = [aTitle({ title: 'Westbound' })];
    const { user, whereabouts } = renderApp('/search');

    await user.type(
      await screen.findByRole('textbox', { name: 'Search films and series' }),
      'westb',
    );

    expect(await card('Westbound')).toBeVisible();
    expect(whereabouts()).toBe('/search?q=westb');
  });

  it('can be for one type and one year, and goes on to the last page', async () => {
    fakeFilms.titles = [
      ...Array.from({ length: 25 }, (_, index) =>
        aTitle({ title: `West ${index.toString()}`, year: 1926 }),
      ),
      aTitle({ title: 'Westworld', year: 1973 }),
      aSeries([{}], { title: 'Western Hour', year: 1926 }),
    ];
    const { user, whereabouts } = renderApp('/search?q=west');
    expect(await card('Western Hour')).toBeVisible();

    await user.click(screen.getByRole('link', { name: 'Films' }));
    await waitFor(() => {
      expect(screen.queryByRole('article', { name: 'Western Hour' })).toBeNull();
    });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Year' }), '1973');
    await waitFor(() => {
      expect(screen.queryByRole('article', { name: 'West 24' })).toBeNull();
    });

    expect(await card('Westworld')).toBeVisible();
    expect(whereabouts()).toBe('/search?q=west&type=MOVIE&year=1973');
    await expectAccessible();
  });

  it('says that TMDB is away, and still shows what is here', async () => {
    fakeFilms.titles = [aPlayable({ title: 'Go West' }), aTitle({ title: 'Westbound' })];
    fakeFilms.catalogue = { state: 'DOWN', message: null };
    renderApp('/search?q=west');

    expect(await card('Go West')).toBeVisible();
    expect(screen.getByText('TMDB does not answer.')).toBeVisible();
    expect(screen.queryByRole('article', { name: 'Westbound' })).toBeNull();
  });

  it('asks for a film in two taps', async () => {
    fakeFilms.titles = [aTitle({ title: 'Westbound', tmdbId: 77 })];
    const { user } = renderApp('/search?q=west');

    await user.click(await screen.findByRole('button', { name: 'Request Westbound' }));
    await user.click(await screen.findByRole('button', { name: 'Request this film' }));

    expect(await screen.findByText('Westbound is requested.')).toBeVisible();
    expect(fakeFilms.wishes).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        request: { type: 'MOVIE', tmdbId: 77 },
      },
    ]);
    expect(within(await card('Westbound')).getByText('Waiting for approval')).toBeVisible();
  });

  it('is where it was, with the reason, when the server refuses', async () => {
    fakeFilms.titles = [aTitle({ title: 'Westbound' })];
    server.use(
      http.post(at('/requests'), () => problem(409, 'QUOTA_USED_UP', 'Your 10 films are used up.')),
    );
    const { user } = renderApp('/search?q=west');

    await user.click(await screen.findByRole('button', { name: 'Request Westbound' }));
    await user.click(await screen.findByRole('button', { name: 'Request this film' }));

    expect(await screen.findByText('Your 10 films are used up.')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Request Westbound' })).toBeVisible();
  });

  it('is in the palette too, and leads to the title', async () => {
    fakeFilms.titles = [aPlayable({ title: 'Go West', tmdbId: 5 })];
    const { user, whereabouts } = renderApp('/downloads');
    await screen.findByRole('textbox', { name: 'Link' });

    await user.keyboard('/');
    await user.type(await screen.findByRole('combobox'), 'west');
    expect(await screen.findByRole('option', { name: /Go West/ })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('option', { name: /Go West/ }));

    await waitFor(() => {
      expect(whereabouts()).toBe('/title/movie/5');
    });
  });

  it('asks at once from the palette', async () => {
    fakeFilms.titles = [aTitle({ title: 'Westbound' })];
    const { user } = renderApp('/downloads');
    await screen.findByRole('textbox', { name: 'Link' });

    await user.keyboard('/');
    await user.type(await screen.findByRole('combobox'), 'west');
    await screen.findByRole('option', { name: /Westbound/ });
    await user.keyboard('{Control>}{Enter}{/Control}');

    expect(await screen.findByRole('dialog', { name: 'Request Westbound' })).toBeVisible();
  });
});
