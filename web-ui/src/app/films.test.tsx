import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { FakeFeed } from '@/testing/FakeFeed';
import { fakeFilms } from '@/testing/fakeFilms';
import { at, problem, server } from '@/testing/FakeServer';
import { aPlayable, aRequest, aSeries, aStanding, aTitle } from '@/testing/films';
import { renderApp } from '@/testing/renderApp';

const card = (name: string) => screen.findByRole('article', { name });

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

describe('the page of a title', () => {
  it('plays on Plex what is there', async () => {
    fakeFilms.titles = [aPlayable({ tmdbId: 9, title: 'Go West' })];
    renderApp('/title/movie/9');

    expect(await screen.findByRole('heading', { level: 1, name: 'Go West' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Play on Plex' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Request/ })).toBeNull();
    expect(document.title).toBe('Go West · MediaNest');
    await expectAccessible();
  });

  it('says how much of a series it will ask for, and asks for exactly that', async () => {
    fakeFilms.titles = [
      aSeries([{ state: 'AVAILABLE', availableEpisodes: 10 }, {}, { episodeCount: 12 }], {
        tmdbId: 4,
        standing: aStanding({ state: 'PARTLY_AVAILABLE' }),
      }),
    ];
    const { user } = renderApp('/title/series/4');

    await user.click(await screen.findByRole('button', { name: 'Request 2 seasons 22 episodes' }));
    const dialog = await screen.findByRole('dialog', { name: 'Request One Step Beyond' });
    expect(within(dialog).getByText('3 of your 5 seasons in 7 days')).toBeVisible();
    expect(within(dialog).getByRole('checkbox', { name: /Season 1/ })).toBeDisabled();
    await expectAccessible();
    await user.click(within(dialog).getByRole('checkbox', { name: /Season 2/ }));
    await user.type(within(dialog).getByRole('textbox'), 'For the train');
    await user.click(within(dialog).getByRole('button', { name: 'Request season 3 12 episodes' }));

    await waitFor(() => {
      expect(fakeFilms.wishes.map(({ request }) => request)).toEqual([
        { type: 'SERIES', tmdbId: 4, seasons: [3], note: 'For the train' },
      ]);
    });
  });

  it('does not let more be asked for than is left', async () => {
    fakeFilms.titles = [
      aSeries([{}, {}, {}], {
        tmdbId: 4,
        quota: { limit: 5, windowDays: 7, used: 3, remaining: 2, freeAgainAt: null },
      }),
    ];
    const { user } = renderApp('/title/series/4');
    await user.click(await screen.findByRole('button', { name: /Request 3 seasons/ }));
    const dialog = await screen.findByRole('dialog');

    expect(within(dialog).getByText('That is more than the 2 you have left.')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: /Request 3 seasons/ }));

    expect(dialog).toBeVisible();
    expect(fakeFilms.wishes).toEqual([]);
  });

  it('shows first why it was declined to who asks again', async () => {
    const title = aTitle({
      tmdbId: 6,
      standing: aStanding({ state: 'DECLINED', reason: 'Too big for now' }),
    });
    fakeFilms.titles = [title];
    const { user } = renderApp('/title/movie/6');

    await user.click(await screen.findByRole('button', { name: 'Ask again' }));

    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('“Too big for now”')).toBeVisible();
  });

  it('greys out what needs a system that is away, and says why', async () => {
    fakeFilms.titles = [aTitle({ tmdbId: 6 })];
    fakeFilms.capabilities = {
      ...fakeFilms.capabilities,
      request: { available: false, reason: 'Radarr does not answer.', since: null },
    };
    renderApp('/title/movie/6');

    const button = await screen.findByRole('button', { name: 'Request this film, off' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText('Radarr does not answer.')).toBeVisible();
  });

  it('is followed and not followed any more', async () => {
    fakeFilms.titles = [aTitle({ tmdbId: 6 })];
    const { user } = renderApp('/title/movie/6');

    await user.click(await screen.findByRole('button', { name: 'Follow' }));

    expect(await screen.findByRole('button', { name: 'Following', pressed: true })).toBeVisible();
    expect(fakeFilms.followed).toEqual(['PUT movie 6']);
  });

  it('moves with the live feed, without a reload', async () => {
    const title = aTitle({ tmdbId: 6, standing: aStanding({ state: 'SEARCHING', mine: true }) });
    const request = aRequest(title, { state: 'PROCESSING', standing: title.standing });
    fakeFilms.titles = [{ ...title, request }];
    fakeFilms.requests = [request];
    const { queryClient } = renderApp('/title/movie/6');
    expect(await screen.findByText('Requested by you, searching')).toBeVisible();
    FakeFeed.current.hello();
    await waitFor(() => {
      expect(queryClient.isFetching()).toBe(0);
    });
    const named = {
      requestId: request.id,
      ownerId: 'ada',
      type: 'MOVIE',
      tmdbId: 6,
      title: title.title,
    };

    FakeFeed.current.say({
      type: 'medianest.request.progress.v1',
      data: { ...named, percent: 43, etaSeconds: 60 },
    });
    expect(await screen.findByText('Downloading 43%, 60 sec left')).toBeVisible();

    const playUrl = 'https://app.plex.tv/desktop/#!/server/homelab/details?key=6';
    const here = aStanding({ state: 'AVAILABLE', mine: true, playUrl });
    fakeFilms.requests = [{ ...request, state: 'AVAILABLE', standing: here }];
    fakeFilms.titles = [{ ...title, standing: here }];
    FakeFeed.current.say({ type: 'medianest.request.available.v1', id: '2-0', data: named });

    expect((await screen.findAllByRole('link', { name: 'Play on Plex' }))[0]).toHaveAttribute(
      'href',
      playUrl,
    );
    expect(await screen.findByText('The General is in Plex.')).toBeVisible();
  });

  it('says that nothing is there', async () => {
    renderApp('/title/movie/404');

    expect(await screen.findByRole('heading', { name: 'This film was never shot.' })).toBeVisible();
  });
});

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

describe('home', () => {
  it('tells what became ready and what is on its way', async () => {
    const ready = aPlayable({ title: 'Metropolis' });
    const coming = aTitle({ title: 'Nosferatu' });
    fakeFilms.requests = [
      aRequest(ready, {
        state: 'AVAILABLE',
        standing: { ...ready.standing, mine: true },
        updatedAt: new Date().toISOString(),
      }),
      aRequest(coming, {
        state: 'PROCESSING',
        standing: aStanding({ state: 'DOWNLOADING', percent: 68, mine: true }),
      }),
    ];
    fakeFilms.titles = [ready];
    renderApp('/');

    expect(
      await screen.findByRole('heading', { level: 1, name: 'One wish came true.' }),
    ).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Play Metropolis on Plex' })[0]).toBeVisible();
    const motion = screen.getByRole('region', { name: 'On its way to you' });
    expect(within(motion).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '68');
    expect(await screen.findByRole('region', { name: 'New on Plex' })).toBeVisible();
    await expectAccessible();
  });

  it('keeps standing when TMDB is away', async () => {
    fakeFilms.catalogue = { state: 'DOWN', message: 'TMDB took longer than 5 seconds.' };
    renderApp('/');

    expect(await screen.findByText('TMDB took longer than 5 seconds.')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'What shall we watch?' })).toBeVisible();
  });
});
