import { screen, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { at, fakeServer, problem, server } from '@/testing/FakeServer';
import { FakeFeed } from '@/testing/FakeFeed';
import { renderApp } from '@/testing/renderApp';
import { ownPath } from './session';

const home = () => screen.findByRole('heading', { name: 'What shall we watch?', level: 1 });
const linkField = () => screen.findByRole('textbox', { name: 'Link' });

describe('the door', () => {
  it('leads to set-up while nobody exists', async () => {
    fakeServer.me = null;
    fakeServer.setupRequired = true;

    const { whereabouts } = renderApp('/downloads');

    expect(await screen.findByLabelText('Set-up code')).toBeVisible();
    expect(whereabouts()).toBe('/setup');
  });

  it('leads to sign-in, and from there to where somebody wanted to go', async () => {
    fakeServer.me = null;

    const { user, whereabouts } = renderApp('/downloads?play=abc');
    await user.type(await screen.findByLabelText('Name'), 'ada');
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    await waitFor(() => {
      expect(whereabouts()).toBe('/downloads?play=abc');
    });
  });

  it('opens at once for somebody with a session', async () => {
    const { whereabouts } = renderApp('/sign-in');

    expect(await home()).toBeVisible();
    expect(whereabouts()).toBe('/');
    expect(document.title).toBe('Home · MediaNest');
  });

  it('is not a set-up page for a server that has people', async () => {
    fakeServer.me = null;

    const { whereabouts } = renderApp('/setup');

    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(whereabouts()).toBe('/sign-in');
  });

  it('waits for a server that does not answer', async () => {
    // The router and React say aloud what the page already says.
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(console, 'warn').mockReturnValue();
    server.use(http.get(at('/auth/me'), () => problem(503, 'SERVICE_UNAVAILABLE')));
    const { user } = renderApp('/');
    expect(
      await screen.findByRole('heading', { name: 'MediaNest does not answer.' }, { timeout: 8000 }),
    ).toBeVisible();

    server.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Try now' }));

    expect(await home()).toBeVisible();
  }, 15_000);
});

describe('signing in', () => {
  it('says what is missing, at the field', async () => {
    fakeServer.me = null;
    const { user } = renderApp('/sign-in');

    await user.type(await screen.findByLabelText('Name'), 'ada');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    const password = screen.getByLabelText('Password');
    expect(password).toHaveAccessibleDescription('Enter your password.');
    expect(password).toBeInvalid();
    expect(password).toHaveFocus();
    expect(screen.getByLabelText('Name')).toBeValid();
  });

  it('says the server’s sentence, and lets the password be tried again', async () => {
    fakeServer.me = null;
    server.use(
      http.post(at('/auth/sessions'), () =>
        problem(401, 'SIGN_IN_FAILED', 'Check the name and the password.'),
      ),
    );
    const { user } = renderApp('/sign-in');

    await user.type(await screen.findByLabelText('Name'), 'ada');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');

    expect(await screen.findByText('Check the name and the password.')).toBeVisible();
    expect(screen.getByLabelText('Password')).toHaveValue('');
    expect(screen.getByLabelText('Password')).toHaveFocus();
    expect(screen.getByLabelText('Name')).toHaveValue('ada');
  });

  it('sends the wish to stay signed in', async () => {
    fakeServer.me = null;
    let sent: unknown;
    server.use(
      http.post(at('/auth/sessions'), async ({ request }) => {
        sent = await request.json();
        return problem(401, 'SIGN_IN_FAILED', 'No.');
      }),
    );
    const { user } = renderApp('/sign-in');

    await user.type(await screen.findByLabelText('Name'), ' ada ');
    await user.type(screen.getByLabelText('Password'), ' spaces count ');
    await user.click(screen.getByLabelText(/stay signed in/i));
    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    await screen.findByText('No.');
    expect(sent).toEqual({ username: 'ada', password: ' spaces count ', staySignedIn: true });
  });

  it('shows what one types when asked to', async () => {
    fakeServer.me = null;
    const { user } = renderApp('/sign-in');
    const password = await screen.findByLabelText('Password');
    expect(password).toHaveAttribute('type', 'password');

    await user.click(screen.getByRole('button', { name: 'Show what you type' }));

    expect(password).toHaveAttribute('type', 'text');
  });
});

describe('the end of a session', () => {
  it('comes by the menu', async () => {
    const { user, queryClient } = renderApp('/downloads');
    await user.click(await screen.findByRole('button', { name: 'Your account' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(fakeServer.asked).toContain('DELETE /api/v1/auth/sessions/current');
    expect(queryClient.getQueryCache().findAll({ queryKey: ['downloads'] })).toEqual([]);
  });

  it('comes over the live feed', async () => {
    renderApp('/downloads?play=abc');
    await linkFieldHidden();
    FakeFeed.current.hello();
    fakeServer.me = null;

    FakeFeed.current.end(4401);

    expect(await screen.findByText(/Your session has ended/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });

  it('comes as the answer to any request', async () => {
    const { queryClient } = renderApp('/downloads');
    await linkField();
    server.use(http.get(at('/downloads'), () => problem(401, 'UNAUTHENTICATED', 'Sign in first.')));

    await queryClient.invalidateQueries({ queryKey: ['downloads'] });

    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});

describe('an address to return to', () => {
  it.each(['/downloads?play=1', '/x#y'])('may be %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 7])(
    'may not be %s',
    (path) => {
      expect(ownPath(path)).toBeUndefined();
    },
  );
});

/** While the player is open, the page behind it is out of reach. */
function linkFieldHidden() {
  return screen.findByRole('textbox', { name: 'Link', hidden: true });
}
