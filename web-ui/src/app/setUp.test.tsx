import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { at, fakeServer, problem, server } from '@/testing/FakeServer';
import { renderApp } from '@/testing/renderApp';

describe('the set-up', () => {
  const fill = async (user: ReturnType<typeof renderApp>['user'], code: string) => {
    await user.type(await screen.findByLabelText('Set-up code'), code);
    await user.type(screen.getByLabelText('Name'), 'Noor');
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Create the account' }));
  };

  it('creates the first admin and lets them in', async () => {
    fakeServer.me = null;
    fakeServer.setupRequired = true;
    let sent: unknown;
    server.use(
      http.post(at('/auth/setup'), async ({ request }) => {
        sent = await request.json();
        fakeServer.setupRequired = false;
        return HttpResponse.json(
          {
            id: '1',
            username: 'noor',
            displayName: 'Noor',
            permissions: ['settings:manage'],
            createdAt: '2026-03-01T10:00:00Z',
            plexLinked: false,
          },
          { status: 201 },
        );
      }),
    );
    const { user, whereabouts } = renderApp('/');

    await fill(user, '4f7k q2mx');

    expect(await screen.findByRole('heading', { name: 'Which Plex is home?' })).toBeVisible();
    expect(whereabouts()).toBe('/setup/plex');
    expect(sent).toEqual({ code: '4F7K-Q2MX', username: 'Noor', password: 'correct horse' });
  });

  it('says at each field what is wrong with it', async () => {
    fakeServer.me = null;
    fakeServer.setupRequired = true;
    const { user } = renderApp('/setup');

    await user.type(await screen.findByLabelText('Set-up code'), '123');
    await user.type(screen.getByLabelText('Name'), '-x');
    await user.type(screen.getByLabelText('Password'), 'short');
    await user.click(screen.getByRole('button', { name: 'Create the account' }));

    expect(screen.getByLabelText('Set-up code')).toHaveAccessibleDescription(/eight letters/);
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(/2 to 32 letters/);
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(
      'Use ten characters or more.',
    );
    expect(fakeServer.asked).not.toContain('POST /api/v1/auth/setup');
  });

  it('puts a wrong code and the server’s violations at their fields', async () => {
    fakeServer.me = null;
    fakeServer.setupRequired = true;
    server.use(
      http.post(
        at('/auth/setup'),
        () => problem(403, 'SETUP_CODE_WRONG', 'This is not the code of this server.'),
        { once: true },
      ),
      http.post(at('/auth/setup'), () =>
        problem(400, 'VALIDATION_FAILED', 'One field is wrong.', {
          violations: [{ field: 'setUp.request.username', message: 'Choose another name.' }],
        }),
      ),
    );
    const { user } = renderApp('/setup');

    await fill(user, '4F7K-Q2MX');
    await waitFor(() => {
      expect(screen.getByLabelText('Set-up code')).toHaveAccessibleDescription(
        'This is not the code of this server.',
      );
    });
    await user.type(screen.getByLabelText('Set-up code'), '{Backspace}Y');
    await user.click(screen.getByRole('button', { name: 'Create the account' }));

    await waitFor(() => {
      expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('Choose another name.');
    });
    expect(screen.getByLabelText('Name')).toHaveFocus();
  });

  it('gives way when somebody else was faster', async () => {
    fakeServer.me = null;
    fakeServer.setupRequired = true;
    server.use(
      http.post(at('/auth/setup'), () => problem(404, 'NOT_FOUND', 'There is nothing here.')),
    );
    const { user } = renderApp('/setup');

    await fill(user, '4F7K-Q2MX');

    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});
