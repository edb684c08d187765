import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { fakeFilms } from '@/testing/fakeFilms';
import { at, fakeServer, server } from '@/testing/FakeServer';
import { aPlayable, aRequest, aStanding, aTitle } from '@/testing/films';
import { aSystem, fakeOffice, NOOR } from '@/testing/fakeOffice';
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

  it('says its headline once: not before it is known whether somebody waits', async () => {
    fakeServer.me = { ...NOOR, permissions: [...NOOR.permissions, 'requests:manage'] };
    let tell: (answer: Response) => void = () => undefined;
    server.use(
      http.get(
        at('/requests/counts'),
        () =>
          new Promise<Response>((resolve) => {
            tell = resolve;
          }),
      ),
    );
    renderApp('/');
    expect(await screen.findByText('Everything you need is up.')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/^Home$/);

    tell(Response.json({ all: 1, pending: 1 }));

    expect(
      await screen.findByRole('heading', { level: 1, name: 'One request waits for you.' }),
    ).toBeVisible();
  });

  it('leads back into a set-up that was left in the middle', async () => {
    fakeServer.me = NOOR;
    const { user, whereabouts } = renderApp('/');

    const unfinished = await screen.findByRole('region', { name: 'Set-up' });
    expect(within(unfinished).getByText(/^Plex is not connected yet/)).toBeVisible();
    await expectAccessible();
    await user.click(within(unfinished).getByRole('link', { name: 'Go on with set-up' }));

    expect(await screen.findByRole('heading', { name: 'Which Plex is home?' })).toBeVisible();
    expect(whereabouts()).toBe('/setup/plex');
  });

  it('says nothing of set-up once Plex and TMDB are connected, even without a request backend', async () => {
    fakeServer.me = NOOR;
    fakeOffice.systems = [
      aSystem('PLEX', { configured: true }),
      aSystem('TMDB', { configured: true }),
      aSystem('SEERR'),
    ];
    renderApp('/');
    await screen.findByText('Everything you need is up.');

    await waitFor(() => {
      expect(fakeServer.asked).toContain('GET /api/v1/media/integrations');
    });
    expect(screen.queryByText('Set-up is not finished.')).toBeNull();
  });

  it('keeps standing when TMDB is away', async () => {
    fakeFilms.catalogue = { state: 'DOWN', message: 'TMDB took longer than 5 seconds.' };
    renderApp('/');

    expect(await screen.findByText('TMDB took longer than 5 seconds.')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'What shall we watch?' })).toBeVisible();
  });
});
