import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '@/lib/api/auth';
import { expectAccessible } from '@/testing/accessible';
import { FakeFeed } from '@/testing/FakeFeed';
import { fakeFilms } from '@/testing/fakeFilms';
import { aPerson, aWatched, fakeOffice, NOOR } from '@/testing/fakeOffice';
import { fakeServer } from '@/testing/FakeServer';
import { ADA } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';

describe('the status', () => {
  it('says what is down, and what one can do all the same', async () => {
    fakeOffice.status = {
      items: [
        aWatched('Plex'),
        aWatched('TMDB', { state: 'DOWN', message: 'No answer in 5 seconds.', responseMs: null }),
      ],
      sources: [{ name: 'Uptime Kuma', state: 'CONNECTED', message: null }],
      updatedAt: new Date().toISOString(),
    };
    fakeFilms.capabilities = {
      ...fakeFilms.capabilities,
      search: { available: false, reason: 'TMDB does not answer.', since: null },
    };
    renderApp('/status');

    expect(
      await screen.findByRole('heading', { level: 1, name: 'TMDB is resting.' }),
    ).toBeVisible();
    const plex = screen.getByRole('article', { name: 'Plex' });
    expect(within(plex).getByText('Up')).toBeVisible();
    expect(within(plex).getByRole('img')).toHaveAccessibleName(
      'Of the last 90 days, 1 was not without trouble',
    );
    expect(screen.getByText('Off. TMDB does not answer.')).toBeVisible();
    await expectAccessible();
  });

  it('hears at once when something changes', async () => {
    fakeOffice.status = { ...fakeOffice.status, items: [aWatched('Plex')] };
    renderApp('/status');
    expect(await screen.findByRole('heading', { name: 'Everything is up.' })).toBeVisible();
    FakeFeed.current.hello();

    fakeOffice.status = { ...fakeOffice.status, items: [aWatched('Plex', { state: 'DOWN' })] };
    FakeFeed.current.say({ type: 'medianest.status.changed.v1', data: { id: 'plex' } });

    expect(
      await screen.findByRole('heading', { level: 1, name: 'Plex is resting.' }),
    ).toBeVisible();
  });

  it('says since when as a person would, and the day where the hour is another day’s', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    fakeOffice.status = {
      ...fakeOffice.status,
      items: [
        aWatched('Plex', { since: ago(60 * 24 * 30) }),
        aWatched('Sonarr', { state: 'DOWN', since: ago(31), message: 'No answer in 5 seconds.' }),
        aWatched('Radarr', { state: 'DOWN', since: ago(60 * 24 * 3) }),
      ],
    };
    renderApp('/status');

    expect(await screen.findByText(/^Since .*, for 31 minutes$/)).toBeVisible();
    const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' }).format(
      new Date(ago(60 * 24 * 3)),
    );
    expect(screen.getAllByText(new RegExp(`^Since ${weekday}`))).toHaveLength(2);
    const sonarr = screen.getByRole('article', { name: 'Sonarr' });
    expect(sonarr).toHaveTextContent(/Since .*No answer in 5 seconds\./);
    expect(screen.queryByText(/Since .* ago/)).toBeNull();
  });

  it('tells planned work from an outage', async () => {
    fakeOffice.status = {
      ...fakeOffice.status,
      items: [aWatched('Plex', { state: 'MAINTENANCE', message: 'Planned work.' })],
    };
    renderApp('/status');

    expect(
      await screen.findByRole('heading', { level: 1, name: 'Plex is being worked on.' }),
    ).toBeVisible();
    const work = screen.getByRole('region', { name: 'Plex' });
    expect(within(work).getByRole('heading', { name: 'Plex is away, as planned.' })).toBeVisible();
    expect(within(work).queryByText(/does not answer/)).toBeNull();
    await expectAccessible();
  });
});

describe('the people', () => {
  beforeEach(() => {
    fakeServer.me = NOOR;
    fakeOffice.people = [aPerson('ben'), aPerson('carla', { suspended: true })];
  });

  it('get and lose permissions', async () => {
    const { user } = renderApp('/people');
    await user.click(await screen.findByRole('button', { name: /ben/ }));
    const sheet = await screen.findByRole('dialog', { name: 'ben' });
    await within(sheet).findByText('music:dance');
    await expectAccessible();

    await user.click(within(sheet).getByRole('checkbox', { name: 'Approve and decline requests' }));
    await user.click(within(sheet).getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('ben is changed.')).toBeVisible();
    expect(fakeOffice.changes).toEqual([
      { permissions: ['requests:create', 'requests:manage'], suspended: false },
    ]);
  });

  it('are brought from Plex', async () => {
    fakeOffice.friends = [
      {
        plexId: 1005,
        username: 'eva',
        title: 'Eva',
        thumb: null,
        hasAccount: false,
        pending: false,
      },
      {
        plexId: 1002,
        username: 'ben',
        title: 'Ben',
        thumb: null,
        hasAccount: true,
        pending: false,
      },
    ];
    const { user } = renderApp('/people');
    await user.click(await screen.findByRole('button', { name: 'Bring friends from Plex' }));

    expect(await screen.findByRole('checkbox', { name: /Ben/ })).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: /Eva/ }));
    await user.click(screen.getByRole('button', { name: 'Bring 1 person' }));

    expect(await screen.findByText('1 person has an account now.')).toBeVisible();
    expect(fakeOffice.imported).toEqual([[1005]]);
  });

  it('are nobody’s business who may not manage them', async () => {
    fakeServer.me = ADA;
    const { whereabouts } = renderApp('/people');

    expect(await screen.findByRole('heading', { name: 'What shall we watch?' })).toBeVisible();
    expect(whereabouts()).toBe('/');
    expect(screen.queryByRole('link', { name: 'People' })).toBeNull();
  });
});

describe('the journal', () => {
  const anEntry = (action: string, subject: string, facts: Partial<AuditEntry> = {}) => ({
    id: `id-of-${action}`,
    at: new Date().toISOString(),
    actorId: NOOR.id,
    actorName: 'noor',
    action,
    subject,
    detail: null,
    ...facts,
  });

  it('says who did what, also in words that only a newer server knows', async () => {
    fakeServer.me = NOOR;
    fakeOffice.journal = [
      anEntry('PERMISSIONS_CHANGED', 'ben', {
        detail: '+requests:manage -downloads:create +music:dance',
      }),
      anEntry('SIGN_IN_FAILED', 'root', { actorId: null, actorName: null }),
      anEntry('INTEGRATION_CONNECTED', 'Radarr'),
      anEntry('CROWNED', 'ben'),
    ];
    renderApp('/audit');

    expect(await screen.findByText('noor changed what ben may do.')).toBeVisible();
    expect(
      screen.getByText('+ Approve and decline requests, − Download from links, + music:dance'),
    ).toBeVisible();
    expect(screen.getByText('A sign-in as root failed.')).toBeVisible();
    expect(screen.getByText('noor connected Radarr.')).toBeVisible();
    expect(screen.getByText('noor: CROWNED, ben')).toBeVisible();
    await expectAccessible();
  });

  it('is closed to who may not read it', async () => {
    fakeServer.me = ADA;
    const { whereabouts } = renderApp('/audit');

    expect(await screen.findByRole('heading', { name: 'What shall we watch?' })).toBeVisible();
    expect(whereabouts()).toBe('/');
  });
});
