import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry } from '@/lib/api/auth';
import { expectAccessible } from '@/testing/accessible';
import { FakeFeed } from '@/testing/FakeFeed';
import { fakeFilms } from '@/testing/fakeFilms';
import { aPerson, aSystem, aWatched, fakeOffice, NOOR } from '@/testing/fakeOffice';
import { fakeServer } from '@/testing/FakeServer';
import { ADA } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';

describe('signing in with Plex', () => {
  beforeEach(() => {
    fakeServer.me = null;
    fakeOffice.plexAvailable = true;
  });

  const plexWindow = () => {
    const opened = { closed: false, opener: {}, location: { href: '' }, close: vi.fn() };
    vi.stubGlobal('open', () => opened);
    return opened;
  };

  it('opens the window within the press, and lets in who said yes there', async () => {
    const opened = plexWindow();
    const { user, whereabouts } = renderApp('/requests');
    await user.click(await screen.findByRole('button', { name: 'Continue with Plex' }));

    expect(await screen.findByText(/Say yes in the window of Plex/)).toBeVisible();
    expect(opened.location.href).toBe('https://app.plex.tv/auth#?code=abc');
    expect(opened.opener).toBeNull();
    await expectAccessible();
    fakeServer.me = ADA;
    fakeOffice.pin = { state: 'SIGNED_IN', message: null, me: ADA };

    await waitFor(() => {
      expect(whereabouts()).toBe('/requests');
    });
    expect(opened.close).toHaveBeenCalled();
    expect(fakeOffice.pins).toEqual([{ method: 'BROWSER', staySignedIn: true }]);
  });

  it('offers a link where the browser holds the window back', async () => {
    vi.stubGlobal('open', () => null);
    const { user } = renderApp('/sign-in');
    await user.click(await screen.findByRole('button', { name: 'Continue with Plex' }));

    expect(await screen.findByRole('link', { name: 'Open Plex' })).toHaveAttribute(
      'href',
      'https://app.plex.tv/auth#?code=abc',
    );
  });

  it('says why Plex did not let somebody in', async () => {
    plexWindow();
    fakeOffice.pin = {
      state: 'REFUSED',
      message: 'This Plex account has no share of this server.',
      me: null,
    };
    const { user } = renderApp('/sign-in');
    await user.click(await screen.findByRole('button', { name: 'Continue with Plex' }));

    expect(await screen.findByText('This Plex account has no share of this server.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Continue with Plex' })).toBeVisible();
  });

  it('gives a code for a television', async () => {
    const { user } = renderApp('/sign-in');
    await user.click(await screen.findByRole('button', { name: 'Get a code' }));

    expect(await screen.findByRole('img', { name: 'Code K7Q2' })).toBeVisible();
    expect(screen.getByText('Enter this at plex.tv/link')).toBeVisible();
    expect(screen.getByText(/Waiting for Plex, 14 min left/)).toBeVisible();
  });

  it('keeps name and password below', async () => {
    const { user, whereabouts } = renderApp('/sign-in');
    await user.click(await screen.findByRole('button', { name: 'Name and password' }));
    await user.type(screen.getByLabelText('Name'), 'ada');
    await user.type(screen.getByLabelText('Password'), 'correct horse{Enter}');

    await waitFor(() => {
      expect(whereabouts()).toBe('/');
    });
  });
});

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

describe('the integrations', () => {
  beforeEach(() => {
    fakeServer.me = NOOR;
  });

  it('are tested, and connected with what was found', async () => {
    fakeOffice.test = {
      ok: true,
      message: 'Radarr answers and takes the key.',
      found: {
        version: '5.14',
        name: null,
        machineIdentifier: null,
        sections: [],
        profiles: [
          { id: 4, name: 'HD' },
          { id: 6, name: 'Any' },
        ],
        rootFolders: [{ path: '/films', freeBytes: 412_000_000_000 }],
      },
    };
    const { user } = renderApp('/integrations');
    await user.click(await screen.findByRole('button', { name: /^Radarr/ }));
    const form = screen.getByRole('form', { name: 'Radarr' });

    await user.click(within(form).getByRole('button', { name: 'Test' }));
    expect(within(form).getByLabelText('Address')).toBeInvalid();
    await user.type(within(form).getByLabelText('Address'), 'http://radarr:7878');
    await user.type(within(form).getByLabelText('API key'), 'radarr-key');
    await user.click(within(form).getByRole('button', { name: 'Test' }));

    expect(await within(form).findByText('Radarr answers and takes the key.')).toBeVisible();
    await user.selectOptions(within(form).getByLabelText('Quality'), 'Any');
    await expectAccessible();
    await user.click(within(form).getByRole('button', { name: 'Connect Radarr' }));

    expect(await screen.findByText('Radarr is connected.')).toBeVisible();
    expect(fakeOffice.told.at(-1)).toEqual({
      kind: 'radarr',
      settings: {
        url: 'http://radarr:7878',
        secret: 'radarr-key',
        options: { qualityProfileId: 6, rootFolderPath: '/films' },
      },
    });
  });

  it('keep a key that is not entered again', async () => {
    fakeOffice.systems = [
      aSystem('SEERR', { configured: true, secretSet: true, url: 'http://seerr:5055' }),
    ];
    const { user } = renderApp('/integrations');
    await user.click(await screen.findByRole('button', { name: /^Seerr/ }));
    await user.click(await screen.findByRole('button', { name: 'Save Seerr' }));

    await waitFor(() => {
      expect(fakeOffice.told).toEqual([
        { kind: 'seerr', settings: { url: 'http://seerr:5055', options: {} } },
      ]);
    });
  });

  it('say which of them does not answer', async () => {
    fakeOffice.systems = [
      aSystem('RADARR', {
        configured: true,
        health: { state: 'DOWN', message: 'Connection refused.', checkedAt: null },
      }),
    ];
    renderApp('/integrations');

    expect(await screen.findByRole('heading', { name: 'Radarr does not answer.' })).toBeVisible();
    expect(screen.getByText('Connection refused.')).toBeVisible();
  });

  it('ask what to make of titles that vanished all at once', async () => {
    fakeOffice.systems = [aSystem('PLEX', { configured: true, name: 'Attic' })];
    fakeOffice.heldBack = { count: 3, titles: ['Nosferatu', 'Metropolis'] };
    const { user } = renderApp('/integrations');

    expect(
      await screen.findByRole('heading', { name: '3 titles have vanished from Plex.' }),
    ).toBeVisible();
    expect(screen.getByText('Nosferatu, Metropolis and 1 more')).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'They are still there' }));

    await waitFor(() => {
      expect(screen.queryByText('3 titles have vanished from Plex.')).toBeNull();
    });
    expect(fakeOffice.heldBackAnswers).toEqual(['reject']);
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
      anEntry('PERMISSIONS_CHANGED', 'ben', { detail: 'more: requests:manage' }),
      anEntry('SIGN_IN_FAILED', 'root', { actorId: null, actorName: null }),
      anEntry('INTEGRATION_CONNECTED', 'Radarr'),
      anEntry('CROWNED', 'ben'),
    ];
    renderApp('/audit');

    expect(await screen.findByText('noor changed what ben may do.')).toBeVisible();
    expect(screen.getByText('more: requests:manage')).toBeVisible();
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

describe('set-up after the account', () => {
  beforeEach(() => {
    fakeServer.me = NOOR;
  });

  it('connects one system after the other, and each can wait', async () => {
    fakeOffice.test = {
      ok: true,
      message: 'Plex answers and takes the key.',
      found: {
        version: '1.41',
        name: 'Attic',
        machineIdentifier: 'machine',
        sections: [
          { key: '1', title: 'Films', type: 'movie' },
          { key: '2', title: 'Home videos', type: 'movie' },
        ],
        profiles: [],
        rootFolders: [],
      },
    };
    const { user, whereabouts } = renderApp('/setup/plex');
    await user.type(await screen.findByLabelText('Address'), 'http://attic:32400');
    await user.type(screen.getByLabelText('Plex token'), 'owner-token');
    await user.click(screen.getByRole('button', { name: 'Test' }));
    expect(await screen.findByText('It is called Attic')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: /Home videos/ }));
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Connect Plex' }));

    expect(await screen.findByText(/Reading Films: 400 of 1,200/)).toBeVisible();
    expect(fakeOffice.told.at(-1)?.settings.options).toEqual({ sections: ['1'] });
    await user.click(await screen.findByRole('button', { name: 'Go on' }));
    expect(
      await screen.findByRole('heading', { name: 'Who gets what people ask for?' }),
    ).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Later' }));
    expect(
      await screen.findByRole('heading', { name: 'Where do posters come from?' }),
    ).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Later' }));
    await user.click(await screen.findByRole('button', { name: 'Open MediaNest' }));

    await waitFor(() => {
      expect(whereabouts()).toBe('/');
    });
  });
});

describe('the account', () => {
  it('is linked with Plex by whoever came with name and password', async () => {
    const opened = { opener: {}, location: { href: '' }, close: vi.fn() };
    vi.stubGlobal('open', () => opened);
    const { user, queryClient } = renderApp('/');
    await user.click(await screen.findByRole('button', { name: 'Your account' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Link your Plex account' }));
    await user.click(await screen.findByRole('button', { name: 'Continue with Plex' }));
    await waitFor(() => {
      expect(opened.location.href).toBe('https://app.plex.tv/auth#?code=abc');
    });

    fakeOffice.pin = { state: 'SIGNED_IN', message: null, me: { ...ADA, plexLinked: true } };

    expect(await screen.findByText('Your Plex account is linked.')).toBeVisible();
    expect(queryClient.getQueryData(['me'])).toEqual({ ...ADA, plexLinked: true });
  });
});
