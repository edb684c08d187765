import { screen, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { fakeFilms } from '@/testing/fakeFilms';
import { at, server } from '@/testing/FakeServer';
import { aPlayable, aRequest, aStanding, aTitle } from '@/testing/films';
import { renderApp } from '@/testing/renderApp';

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

  it('has a name while it does not know yet what to say', async () => {
    server.use(http.get(at('/requests'), () => new Promise<never>(() => undefined)));
    renderApp('/');

    expect(await screen.findByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    await expectAccessible();
  });

  it('keeps standing when TMDB is away', async () => {
    fakeFilms.catalogue = { state: 'DOWN', message: 'TMDB took longer than 5 seconds.' };
    renderApp('/');

    expect(await screen.findByText('TMDB took longer than 5 seconds.')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'What shall we watch?' })).toBeVisible();
  });
});
