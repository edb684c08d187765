import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { fakeOffice } from '@/testing/fakeOffice';
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
    expect(screen.getByLabelText('Name')).toHaveFocus();
    await user.type(screen.getByLabelText('Name'), 'ada');
    await user.type(screen.getByLabelText('Password'), 'correct horse{Enter}');

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
