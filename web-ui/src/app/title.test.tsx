import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { FakeFeed } from '@/testing/FakeFeed';
import { fakeFilms } from '@/testing/fakeFilms';
import { at, fakeServer, problem, server } from '@/testing/FakeServer';
import { ADA } from '@/testing/fixtures';
import { aPlayable, aRequest, aSeries, aStanding, aTitle } from '@/testing/films';
import { renderApp } from '@/testing/renderApp';

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

  it('shows nothing in the place of a picture that does not come', async () => {
    fakeFilms.titles = [aTitle({ tmdbId: 9, title: 'Go West', backdropUrl: '/none.jpg' })];
    renderApp('/title/movie/9');
    await screen.findByRole('heading', { level: 1, name: 'Go West' });
    const picture = () => document.querySelector('.hero .bd img');
    expect(picture()).not.toBeNull();

    fireEvent.error(picture() as Element);

    expect(picture()).toBeNull();
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

  it('offers nobody what their account may not do, and says so', async () => {
    fakeServer.me = { ...ADA, permissions: [] };
    fakeFilms.titles = [aSeries([{}, {}], { tmdbId: 4 })];
    renderApp('/title/series/4');

    expect(await screen.findByText(/^You cannot request titles with this account/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Request/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Follow' })).toBeEnabled();
    await expectAccessible();
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
  });

  it('keeps the place of the request while that is on its way', async () => {
    const title = aTitle({ tmdbId: 6, standing: aStanding({ state: 'SEARCHING', mine: true }) });
    const request = aRequest(title, { state: 'PROCESSING', standing: title.standing });
    fakeFilms.titles = [{ ...title, request }];
    let answer: (response: Response) => void = () => undefined;
    const answered = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    server.use(http.get(at('/requests/:id'), () => answered));
    renderApp('/title/movie/6');

    expect(await screen.findByRole('status', { name: 'Loading the request' })).toBeVisible();
    answer(HttpResponse.json(request));

    expect(await screen.findByRole('region', { name: 'Request' })).toBeVisible();
    expect(screen.queryByRole('status', { name: 'Loading the request' })).toBeNull();
  });

  it('says why the request beside it cannot be shown', async () => {
    const title = aTitle({ tmdbId: 6, standing: aStanding({ state: 'SEARCHING', mine: true }) });
    fakeFilms.titles = [{ ...title, request: aRequest(title) }];
    server.use(http.get(at('/requests/:id'), () => problem(403, 'FORBIDDEN', 'It is not yours.')));
    renderApp('/title/movie/6');

    expect(await screen.findByText('It is not yours.')).toBeVisible();
  });

  it('says that nothing is there', async () => {
    renderApp('/title/movie/404');

    expect(await screen.findByRole('heading', { name: 'This film was never shot.' })).toBeVisible();
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('link', { name: 'Search' })).toHaveAttribute('href', '/search');
  });
});
