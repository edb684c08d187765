import { act, screen, waitFor } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { card } from '@/testing/cards';
import { at, fakeServer, problem, server } from '@/testing/FakeServer';
import { aProbe } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';

const linkField = () => screen.findByRole('textbox', { name: 'Link' });

describe('the paste field', () => {
  const paste = async (user: ReturnType<typeof renderApp>['user'], text: string) => {
    await user.click(await linkField());
    await user.paste(text);
  };

  it('looks at a pasted link at once, and downloads what was chosen', async () => {
    const { user } = renderApp('/downloads');

    await paste(user, 'Look: https://example.org/watch?v=1');
    expect(await screen.findByRole('heading', { name: 'A trip down Market Street' })).toBeVisible();
    expect(screen.getByRole('radio', { name: /1080p/ })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /Sound only/ }));
    await user.click(screen.getByRole('button', { name: 'Download 12 MB' }));

    const added = await card('A trip down Market Street');
    expect(added).toHaveTextContent('Waiting its turn');
    expect(fakeServer.submissions).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        request: { url: 'https://example.org/watch?v=1', quality: 'AUDIO', probeId: aProbe().id },
      },
    ]);
    expect(await linkField()).toHaveValue('');
    expect(await linkField()).toHaveFocus();
  });

  it('looks on Enter, and takes a link without https://', async () => {
    const { user } = renderApp('/downloads');

    await user.type(await linkField(), 'example.org/watch?v=1{Enter}');

    expect(await screen.findByRole('button', { name: 'Download 780 MB' })).toBeVisible();
    expect(await linkField()).toHaveValue('https://example.org/watch?v=1');
  });

  it('takes a link that is pasted anywhere on the page', async () => {
    renderApp('/downloads');
    await linkField();
    const event = new Event('paste', { bubbles: true });
    Object.assign(event, { clipboardData: { getData: () => 'https://example.org/watch?v=1' } });

    act(() => {
      document.body.dispatchEvent(event);
    });

    expect(await screen.findByRole('button', { name: 'Download 780 MB' })).toBeVisible();
  });

  it('says what a link is, without asking the server, when it is none', async () => {
    const { user } = renderApp('/downloads');

    await user.type(await linkField(), 'the general 1926{Enter}');

    expect(await screen.findByText(/That is not a web address/)).toBeVisible();
    expect(await linkField()).toBeInvalid();
    expect(fakeServer.asked).not.toContain('POST /api/v1/downloads/probes');
  });

  it('says the sentence of the server', async () => {
    server.use(
      http.post(at('/downloads/probes'), () =>
        problem(422, 'PROBE_FAILED', 'The video is private.'),
      ),
    );
    const { user } = renderApp('/downloads');

    await paste(user, 'https://example.org/private');

    expect(await screen.findByText('The video is private.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('offers to look again when it was nobody’s fault', async () => {
    server.use(
      http.post(at('/downloads/probes'), () => problem(503, 'BUSY', 'Too many at once.'), {
        once: true,
      }),
    );
    const { user } = renderApp('/downloads');
    await paste(user, 'https://example.org/watch?v=1');

    await user.click(await screen.findByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('button', { name: 'Download 780 MB' })).toBeVisible();
  });

  it('drops the answer for a link that is not wanted any more', async () => {
    let aborted = false;
    server.use(
      http.post(at('/downloads/probes'), async ({ request }) => {
        request.signal.addEventListener('abort', () => {
          aborted = true;
        });
        await delay('infinite');
        return HttpResponse.json(aProbe());
      }),
    );
    const { user } = renderApp('/downloads');
    await paste(user, 'https://example.org/slow');
    expect(await screen.findByText('Looking at example.org')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Clear' }));

    await waitFor(() => {
      expect(aborted).toBe(true);
    });
    expect(screen.queryByText('Looking at example.org')).toBeNull();
  });

  it('keeps the key of a submission until it has arrived', async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post(at('/downloads'), ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return problem(409, 'X', 'Not now.');
      }),
    );
    const { user } = renderApp('/downloads');
    await paste(user, 'https://example.org/watch?v=1');
    const download = await screen.findByRole('button', { name: 'Download 780 MB' });

    await user.click(download);
    expect(await screen.findByText('Not now.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Download 780 MB' }));
    await waitFor(() => {
      expect(keys).toHaveLength(2);
    });
    await user.click(screen.getByRole('radio', { name: /720p/ }));
    await user.click(screen.getByRole('button', { name: 'Download 340 MB' }));
    await waitFor(() => {
      expect(keys).toHaveLength(3);
    });

    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});
