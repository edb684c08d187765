import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { aSystem, fakeOffice, NOOR } from '@/testing/fakeOffice';
import { fakeServer, server } from '@/testing/FakeServer';
import { renderApp } from '@/testing/renderApp';
import { at, problem } from '@/testing/wire';

const plexWindow = () => {
  const opened = { closed: false, opener: {}, location: { href: '' }, close: vi.fn() };
  vi.stubGlobal('open', () => opened);
  return opened;
};

const TWO_SERVERS: NonNullable<typeof fakeOffice.search> = {
  state: 'SIGNED_IN',
  message: null,
  servers: [
    { machineIdentifier: 'attic', name: 'Attic', grant: 'sealed-attic' },
    { machineIdentifier: 'cellar', name: 'Cellar', grant: 'sealed-cellar' },
  ],
};

describe('the integrations', () => {
  beforeEach(() => {
    fakeServer.me = NOOR;
  });

  it('are tested, and connected with what was found', async () => {
    fakeOffice.test = {
      ok: true,
      message: 'Radarr answers and takes the key.',
      url: 'http://radarr:7878',
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

  it('find a Plex server by a sign-in with Plex, and never show its token', async () => {
    const opened = plexWindow();
    fakeOffice.test = {
      ok: true,
      message: 'Plex answers and takes the key.',
      url: 'http://10.0.0.5:32400',
      found: null,
    };
    fakeOffice.search = TWO_SERVERS;
    const { user } = renderApp('/integrations');
    await user.click(await screen.findByRole('button', { name: /^Plex/ }));
    const form = screen.getByRole('form', { name: 'Plex' });

    await user.click(within(form).getByRole('button', { name: 'Find my server with Plex' }));
    await user.click(await within(form).findByRole('radio', { name: 'Cellar' }));

    expect(await within(form).findByText('Reached at http://10.0.0.5:32400')).toBeVisible();
    expect(within(form).queryByLabelText('Plex token')).toBeNull();
    expect(opened.close).toHaveBeenCalled();
    await expectAccessible();
    await user.click(within(form).getByRole('button', { name: 'Connect Plex' }));
    expect(await screen.findByText('Plex is connected.')).toBeVisible();
    expect(fakeOffice.told).toEqual([
      { kind: 'test plex', settings: { grant: 'sealed-cellar', options: {} } },
      { kind: 'plex', settings: { grant: 'sealed-cellar', options: {} } },
    ]);
  });

  it('can still be typed in when no server belongs to the account', async () => {
    plexWindow();
    fakeOffice.search = {
      state: 'REFUSED',
      message: 'No Plex server belongs to this account.',
      servers: [],
    };
    const { user } = renderApp('/integrations');
    await user.click(await screen.findByRole('button', { name: /^Plex/ }));

    await user.click(screen.getByRole('button', { name: 'Find my server with Plex' }));

    expect(await screen.findByText('No Plex server belongs to this account.')).toBeVisible();
    expect(screen.getByLabelText('Plex token')).toBeVisible();
  });

  it('take the libraries of the Plex server that is chosen at last', async () => {
    plexWindow();
    const testOf = (name: string, keys: readonly string[]) => ({
      ok: true,
      message: `${name} answers.`,
      url: 'http://10.0.0.5:32400',
      found: {
        version: '1.41',
        name,
        machineIdentifier: name,
        sections: keys.map((key) => ({ key, title: `Films ${key}`, type: 'movie' })),
        profiles: [],
        rootFolders: [],
      },
    });
    fakeOffice.search = TWO_SERVERS;
    const { user } = renderApp('/integrations');
    await user.click(await screen.findByRole('button', { name: /^Plex/ }));
    const form = screen.getByRole('form', { name: 'Plex' });
    await user.click(within(form).getByRole('button', { name: 'Find my server with Plex' }));
    fakeOffice.test = testOf('Attic', ['1', '2']);
    await user.click(await within(form).findByRole('radio', { name: 'Attic' }));
    await within(form).findByText('Attic answers.');

    fakeOffice.test = testOf('Cellar', ['2', '7']);
    await user.click(within(form).getByRole('radio', { name: 'Cellar' }));
    await within(form).findByText('Cellar answers.');
    await user.click(within(form).getByRole('button', { name: 'Connect Plex' }));

    expect(await screen.findByText('Plex is connected.')).toBeVisible();
    expect(fakeOffice.told.at(-1)?.settings).toEqual({
      grant: 'sealed-cellar',
      options: { sections: ['2', '7'] },
    });
  });

  it('say at the address what is wrong with it, until it is another one', async () => {
    server.use(
      http.post(at('/media/integrations/:kind/test'), () =>
        problem(422, 'ADDRESS_NOT_ALLOWED', 'It is not an address.'),
      ),
    );
    const { user } = renderApp('/integrations');
    await user.click(await screen.findByRole('button', { name: /^Radarr/ }));
    const form = screen.getByRole('form', { name: 'Radarr' });
    const address = within(form).getByLabelText('Address');
    await user.type(address, 'radarr at home');
    await user.type(within(form).getByLabelText('API key'), 'radarr-key');

    await user.click(within(form).getByRole('button', { name: 'Test' }));
    await waitFor(() => {
      expect(address).toHaveAccessibleDescription('It is not an address.');
    });
    expect(within(form).getByRole('alert')).toBeEmptyDOMElement();

    await user.type(address, '!');
    expect(address).not.toHaveAccessibleDescription('It is not an address.');
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

describe('set-up after the account', () => {
  beforeEach(() => {
    fakeServer.me = NOOR;
  });

  it('begins with a sign-in with Plex, unless somebody types an address', async () => {
    const { user } = renderApp('/setup/plex');

    expect(await screen.findByText(/^Sign in with Plex and pick the server/)).toBeVisible();
    const find = await screen.findByRole('button', { name: 'Find my server with Plex' });
    const connect = screen.getByRole('button', { name: 'Connect Plex' });
    expect(find).toHaveClass('pri');
    expect(connect).not.toHaveClass('pri');
    await user.type(screen.getByLabelText('Address'), 'http://attic:32400');

    expect(find).not.toHaveClass('pri');
    expect(connect).toHaveClass('pri');
  });

  it('connects one system after the other, and each can wait', async () => {
    fakeOffice.test = {
      ok: true,
      message: 'Plex answers and takes the key.',
      url: 'http://attic:32400',
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
