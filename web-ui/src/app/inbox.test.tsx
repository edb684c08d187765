import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { FakeFeed } from '@/testing/FakeFeed';
import { fakeFilms } from '@/testing/fakeFilms';
import { fakeInbox, someNews } from '@/testing/fakeInbox';
import { at, fakeServer, problem, server } from '@/testing/FakeServer';
import { aTitle } from '@/testing/films';
import { renderApp } from '@/testing/renderApp';

const bell = (name: string) => screen.findByRole('link', { name });
const rows = async () =>
  within(await screen.findByRole('list', { name: 'Inbox' })).findAllByRole('listitem');

/** A toast takes presses a moment after it has appeared. */
const pressToast = (user: ReturnType<typeof renderApp>['user']) =>
  waitFor(() => user.click(screen.getByRole('button', { name: 'Open' })));

describe('the inbox', () => {
  it('says what was declined and why, without a reload', async () => {
    renderApp('/inbox');
    expect(await screen.findByText('Nothing has happened yet.')).toBeVisible();
    FakeFeed.current.hello();

    fakeInbox.arrives(someNews());

    expect(await screen.findByRole('link', { name: 'Charade was declined.' })).toBeVisible();
    expect(screen.getByText('“Too big for now”')).toBeVisible();
    expect(await bell('Inbox, 1 unread')).toHaveTextContent('1');
    expect(screen.getByRole('heading', { level: 1, name: 'One thing is new.' })).toBeVisible();
    await expectAccessible();
  });

  it('is read aloud where something arrives, once', async () => {
    fakeInbox.news = [someNews({ title: 'Detour' })];
    renderApp('/inbox');
    expect(await rows()).toHaveLength(1);
    const aloud = within(screen.getByRole('main')).getByRole('status');
    expect(aloud).toBeEmptyDOMElement();
    FakeFeed.current.hello();

    fakeInbox.arrives(someNews());
    await waitFor(() => {
      expect(aloud).toHaveTextContent(/^Charade was declined. “Too big for now”$/);
    });
    fakeInbox.news = [someNews(), someNews(), ...fakeInbox.news];
    FakeFeed.current.say({ type: 'resync', id: '9-0' });

    await waitFor(() => {
      expect(aloud).toHaveTextContent(/^2 things are new.$/);
    });
  });

  it('has a sentence and a cause for each kind, also without a name', async () => {
    const link = { type: 'DOWNLOAD', tmdbId: null, id: 'd' } as const;
    fakeInbox.news = [
      someNews({ kind: 'REQUEST_AVAILABLE', title: 'Detour', reason: null }),
      someNews({ kind: 'REQUEST_FAILED', title: 'Sintel', reason: 'Radarr knows no folder.' }),
      someNews({ kind: 'FOLLOWED_AVAILABLE', title: 'The Circus', reason: null }),
      someNews({ kind: 'FOLLOWED_DECLINED', title: null, reason: 'Not for this server' }),
      someNews({ kind: 'DOWNLOAD_IN_PLEX', title: null, reason: null, link }),
    ];
    renderApp('/inbox');

    const said = (await rows()).map((row) => row.textContent);
    expect(said).toEqual([
      expect.stringContaining('Detour is in Plex.You asked for it'),
      expect.stringContaining('Sintel could not be brought in.Radarr knows no folder.You asked'),
      expect.stringContaining('The Circus is in Plex.You follow it'),
      expect.stringContaining('Something you follow was declined.“Not for this server”You follow'),
      expect.stringContaining('Your download can be played in Plex.You brought it by a link'),
    ]);
    expect(
      screen.getByRole('link', { name: 'Your download can be played in Plex.' }),
    ).toHaveAttribute('href', '/downloads?play=d');
  });

  it('leads to the title, and what was opened is read', async () => {
    fakeFilms.titles = [aTitle({ tmdbId: 4808, title: 'Charade' })];
    fakeInbox.news = [someNews(), someNews({ title: 'Detour' })];
    const { user, whereabouts } = renderApp('/inbox');

    await user.click(await screen.findByRole('link', { name: 'Charade was declined.' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Charade' })).toBeVisible();
    expect(whereabouts()).toBe('/title/movie/4808');
    expect(await bell('Inbox, 1 unread')).toBeVisible();
    expect(fakeInbox.news.map(({ readAt }) => readAt === null)).toEqual([false, true]);
  });

  it('is read as a whole with one press', async () => {
    fakeInbox.news = [someNews(), someNews()];
    const { user } = renderApp('/inbox');

    await user.click(await screen.findByRole('button', { name: 'Mark all as read' }));

    expect(await screen.findByRole('heading', { name: 'You know everything.' })).toBeVisible();
    expect(screen.queryByText('New:')).toBeNull();
    expect(await bell('Inbox')).toBeVisible();
    await waitFor(() => {
      expect(fakeServer.asked).toContain('POST /api/v1/notifications/read');
    });
  });

  it('is as it was, with the reason, when the server refuses', async () => {
    fakeInbox.news = [someNews()];
    server.use(http.post(at('/notifications/read'), () => problem(409, 'BUSY', 'Not just now.')));
    const { user } = renderApp('/inbox');

    await user.click(await screen.findByRole('button', { name: 'Mark all as read' }));

    expect(await screen.findByText('Not just now.')).toBeVisible();
    expect(screen.getByText('New:')).toBeInTheDocument();
    expect(await bell('Inbox, 1 unread')).toBeVisible();
  });

  it('goes on below', async () => {
    fakeInbox.news = Array.from({ length: 60 }, () => someNews());
    renderApp('/inbox');

    await waitFor(async () => {
      expect(await rows()).toHaveLength(60);
    });
  });

  it('says what happened when it cannot be loaded, and tries again', async () => {
    server.use(
      http.get(at('/notifications'), () => problem(400, 'BROKEN', 'The list is torn.'), {
        once: true,
      }),
    );
    const { user } = renderApp('/inbox');

    expect(await screen.findByText('The list is torn.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('Nothing has happened yet.')).toBeVisible();
  });
});

describe('the bell', () => {
  it('counts up to what a glance can take', async () => {
    fakeInbox.news = Array.from({ length: 100 }, () => someNews());
    renderApp('/downloads');

    expect(await bell('Inbox, 100 unread')).toHaveTextContent('99+');
  });

  it('knows after a gap what happened in it', async () => {
    renderApp('/downloads');
    await bell('Inbox');
    FakeFeed.current.hello();
    fakeInbox.news = [someNews()];

    FakeFeed.current.say({ type: 'resync', id: '9-0' });

    expect(await bell('Inbox, 1 unread')).toBeVisible();
  });

  it('is in the search, too', async () => {
    const { user, whereabouts } = renderApp('/downloads');
    await screen.findByRole('textbox', { name: 'Link' });

    await user.keyboard('/');
    await user.type(await screen.findByRole('combobox'), 'inbox{Enter}');

    await waitFor(() => {
      expect(whereabouts()).toBe('/inbox');
    });
  });
});

describe('news that arrives while one is elsewhere', () => {
  it('is said with its reason, and leads to what it is about', async () => {
    fakeFilms.titles = [aTitle({ tmdbId: 4808, title: 'Charade' })];
    const { user, whereabouts } = renderApp('/downloads');
    await bell('Inbox');
    FakeFeed.current.hello();

    fakeInbox.arrives(someNews());
    expect(await screen.findByText('“Too big for now”')).toBeVisible();
    await pressToast(user);

    await waitFor(() => {
      expect(whereabouts()).toBe('/title/movie/4808');
    });
    expect(await bell('Inbox')).toBeVisible();
  });

  it('is said also when the inbox does not answer, and leads there', async () => {
    const { user, whereabouts } = renderApp('/downloads');
    await bell('Inbox');
    FakeFeed.current.hello();
    server.use(http.get(at('/notifications'), () => problem(400, 'BROKEN', 'The list is torn.')));

    fakeInbox.arrives(someNews());
    expect(await screen.findByText('Charade was declined.')).toBeVisible();
    await pressToast(user);

    await waitFor(() => {
      expect(whereabouts()).toBe('/inbox');
    });
  });

  it('needs no second word on the page of the inbox', async () => {
    renderApp('/inbox');
    expect(await screen.findByText('Nothing has happened yet.')).toBeVisible();
    FakeFeed.current.hello();

    fakeInbox.arrives(someNews());

    expect(await screen.findByRole('link', { name: 'Charade was declined.' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Open' })).toBeNull();
  });
});

describe('the ways on which one hears of it', () => {
  const open = async () => {
    const app = renderApp('/inbox');
    await app.user.click(await screen.findByRole('button', { name: 'How you hear of it' }));
    return { ...app, sheet: await screen.findByRole('dialog', { name: 'How you hear of it' }) };
  };

  it('have mail to an address of one’s own', async () => {
    const { user, sheet } = await open();
    await user.click(await within(sheet).findByRole('checkbox', { name: /Write to me/ }));
    await expectAccessible();

    await user.click(within(sheet).getByRole('button', { name: 'Save' }));
    expect(within(sheet).getByText('Enter the address to write to.')).toBeVisible();
    await user.type(within(sheet).getByLabelText('Address'), 'ada@example.org{Enter}');

    expect(await screen.findByText('Saved.')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(fakeInbox.wishes).toEqual([
      { mail: true, address: 'ada@example.org', push: true, language: 'EN' },
    ]);
  });

  it('say at the field what is wrong with an address', async () => {
    fakeInbox.preferences = { ...fakeInbox.preferences, mail: true, address: 'ada@' };
    server.use(
      http.put(at('/notifications/preferences'), () =>
        problem(422, 'VALIDATION_FAILED', 'Some fields are not as they must be.', {
          violations: [{ field: 'address', message: 'must be one address' }],
        }),
      ),
    );
    const { user, sheet } = await open();

    await user.click(await within(sheet).findByRole('button', { name: 'Save' }));

    expect(await within(sheet).findByText('must be one address')).toBeVisible();
    expect(within(sheet).getByLabelText('Address')).toBeInvalid();
    expect(within(sheet).queryByText('Some fields are not as they must be.')).toBeNull();
  });

  it('say plainly that a server sends no mail', async () => {
    fakeInbox.preferences = { ...fakeInbox.preferences, mailConfigured: false };
    const { sheet } = await open();

    expect(await within(sheet).findByText(/This server sends no mail/)).toBeVisible();
    expect(within(sheet).queryByRole('checkbox')).toBeNull();
  });
});
