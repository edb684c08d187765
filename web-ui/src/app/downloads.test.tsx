import { act, screen, waitFor, within } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { at, fakeServer, problem, server } from '@/testing/FakeServer';
import { FakeFeed } from '@/testing/FakeFeed';
import { aDownload, anArrivedDownload, aProbe, aRunningDownload } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';

const linkField = () => screen.findByRole('textbox', { name: 'Link' });
const card = (name: string | RegExp) => screen.findByRole('article', { name });

describe('the list', () => {
  it('shows the shape of what comes, then says what to do when there is nothing', async () => {
    renderApp('/downloads');

    expect(await screen.findByRole('status', { name: 'Your downloads' })).toHaveAttribute(
      'aria-busy',
      'true',
    );
    expect(await screen.findByRole('heading', { name: 'Nothing here yet.' })).toBeVisible();
  });

  it('says what went wrong, and tries again when asked', async () => {
    server.use(
      http.get(
        at('/downloads'),
        () => problem(400, 'X', 'The list could not be read.', { traceId: '7f3a' }),
        {
          once: true,
        },
      ),
    );
    fakeServer.downloads = [anArrivedDownload({ title: 'Reel' })];
    const { user } = renderApp('/downloads');

    expect(await screen.findByText('The list could not be read.')).toBeVisible();
    expect(screen.getByText('7f3a')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await card('Reel')).toBeVisible();
  });

  it('shows everything at once, what is on its way first', async () => {
    fakeServer.downloads = [
      anArrivedDownload({ title: 'Arrived' }),
      aRunningDownload(43, { title: 'Running' }),
    ];
    renderApp('/downloads');

    await card('Running');
    expect(
      screen.getAllByRole('article').map((one) => within(one).getByRole('heading').textContent),
    ).toEqual(['Running', 'Arrived']);
    expect(screen.getAllByText('1 on its way').length).toBeGreaterThan(0);
  });

  it('brings earlier pages as one comes to the end', async () => {
    fakeServer.downloads = Array.from({ length: 45 }, (_, index) =>
      anArrivedDownload({ title: `Reel ${(index + 1).toString()}` }),
    );
    renderApp('/downloads');

    expect(await card('Reel 45')).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(45);
  });
});

describe('a card', () => {
  it('of a running download says how far, how fast and how long', async () => {
    fakeServer.downloads = [aRunningDownload(43, { title: 'Running' })];
    renderApp('/downloads');

    const running = await card('Running');
    expect(
      within(running).getByRole('progressbar', { name: 'Progress of Running' }),
    ).toHaveAttribute('aria-valuenow', '43');
    expect(running).toHaveTextContent('43%8.2 MB/s43 of 100 MB52 sec');
    expect(within(running).getByRole('button', { name: 'Cancel' })).toBeEnabled();
    expect(within(running).queryByRole('button', { name: 'Remove' })).toBeNull();
  });

  it('of a waiting download claims no progress, and has a name before the title is known', async () => {
    fakeServer.downloads = [aDownload({ title: null, url: 'https://www.archive.org/details/x' })];
    renderApp('/downloads');

    const waiting = await card('Video from archive.org');
    expect(waiting).toHaveTextContent('Waiting its turn');
    expect(within(waiting).getByRole('progressbar')).not.toHaveAttribute('aria-valuenow');
  });

  it('of a failed download says why, and offers the way out that exists', async () => {
    fakeServer.downloads = [
      aDownload({
        title: 'Passing',
        state: 'FAILED',
        failure: { code: 'NETWORK', message: 'The site stopped answering.', retryable: true },
      }),
      aDownload({
        title: 'Lost',
        state: 'FAILED',
        url: 'https://example.org/private',
        failure: { code: 'PRIVATE', message: 'It was made private.', retryable: false },
      }),
    ];
    renderApp('/downloads');

    const passing = await card('Passing');
    const lost = await card('Lost');
    expect(passing).toHaveTextContent('The site stopped answering.');
    expect(within(passing).getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(within(lost).queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(within(lost).getByRole('link', { name: 'Open its page' })).toHaveAttribute(
      'href',
      'https://example.org/private',
    );
  });

  it('cancels: says so at once, and is done when the feed says so', async () => {
    const download = aRunningDownload(43, { title: 'Running' });
    fakeServer.downloads = [download];
    const { user } = renderApp('/downloads');
    const running = await card('Running');
    FakeFeed.current.hello();

    await user.click(within(running).getByRole('button', { name: 'Cancel' }));
    expect(running).toHaveTextContent('Cancelling');
    fakeServer.change(download.id, { state: 'CANCELLED', updatedAt: '2026-03-01T10:01:00Z' });
    FakeFeed.current.say({
      id: '2-0',
      type: 'medianest.download.cancelled.v1',
      data: { downloadId: download.id },
    });

    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await card('Running')).toHaveTextContent('Cancelled');
  });

  it('shows what it has become when it was too late to cancel', async () => {
    const download = aRunningDownload(99, { title: 'Running' });
    fakeServer.downloads = [download];
    server.use(
      http.post(at('/downloads/:id/cancel'), () =>
        problem(409, 'DOWNLOAD_FINISHED', 'It is finished.'),
      ),
    );
    const { user } = renderApp('/downloads');
    const running = await card('Running');
    fakeServer.downloads = [
      anArrivedDownload({ id: download.id, title: 'Running', updatedAt: '2026-03-01T10:05:00Z' }),
    ];

    await user.click(within(running).getByRole('button', { name: 'Cancel' }));

    expect(await screen.findByRole('button', { name: 'Play' })).toBeVisible();
  });

  it('starts again', async () => {
    fakeServer.downloads = [aDownload({ title: 'Cancelled', state: 'CANCELLED' })];
    const { user } = renderApp('/downloads');

    await user.click(within(await card('Cancelled')).getByRole('button', { name: 'Try again' }));

    await waitFor(() => {
      expect(screen.getByRole('article', { name: 'Cancelled' })).toHaveTextContent(
        'Waiting its turn',
      );
    });
  });

  it('plays in a dialog whose address can be returned to', async () => {
    const download = anArrivedDownload({ title: 'Arrived' });
    fakeServer.downloads = [download];
    const { user, whereabouts } = renderApp('/downloads');

    await user.click(within(await card('Arrived')).getByRole('button', { name: 'Play' }));

    const dialog = await screen.findByRole('dialog', { name: 'Arrived' });
    expect(within(dialog).getByLabelText('Arrived', { selector: 'video' })).toHaveAttribute(
      'src',
      `/api/v1/downloads/${download.id}/file`,
    );
    expect(whereabouts()).toBe(`/downloads?play=${download.id}`);
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(whereabouts()).toBe('/downloads');
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Play' })).toHaveFocus();
    });
  });

  it('plays sound as sound', async () => {
    const sound = { name: 'a.m4a', bytes: 12_000_000, mediaType: 'audio/mp4', durationSeconds: 60 };
    fakeServer.downloads = [anArrivedDownload({ title: 'Rain', quality: 'AUDIO', file: sound })];
    const { user } = renderApp('/downloads');

    await user.click(within(await card('Rain')).getByRole('button', { name: 'Play' }));

    expect(await screen.findByLabelText('Rain', { selector: 'audio' })).toBeVisible();
  });

  it('saves through the browser', async () => {
    const download = anArrivedDownload({ title: 'Arrived' });
    fakeServer.downloads = [download];
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      expect(this.getAttribute('href')).toBe(`/api/v1/downloads/${download.id}/file?save=true`);
    });
    const { user } = renderApp('/downloads');

    await user.click(within(await card('Arrived')).getByRole('button', { name: 'Save' }));

    expect(clicked).toHaveBeenCalledOnce();
  });
});

describe('removing', () => {
  it('asks first, and keeps what is to be kept', async () => {
    fakeServer.downloads = [anArrivedDownload({ title: 'Arrived' })];
    const { user } = renderApp('/downloads');
    await user.click(within(await card('Arrived')).getByRole('button', { name: 'Remove' }));

    const dialog = await screen.findByRole('dialog', { name: 'Remove this download?' });
    expect(dialog).toHaveAccessibleDescription(/“Arrived” \(412 MB\) is deleted from the library/);
    await user.click(within(dialog).getByRole('button', { name: 'Keep it' }));

    expect(await card('Arrived')).toBeVisible();
    expect(fakeServer.downloads).toHaveLength(1);
  });

  it('takes the card away', async () => {
    fakeServer.downloads = [anArrivedDownload({ title: 'Arrived' })];
    const { user } = renderApp('/downloads');
    await user.click(within(await card('Arrived')).getByRole('button', { name: 'Remove' }));

    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }),
    );

    expect(await screen.findByText('Arrived is removed.')).toBeInTheDocument();
    expect(screen.queryByRole('article')).toBeNull();
    expect(fakeServer.downloads).toEqual([]);
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('brings the card back with the reason when the server refuses', async () => {
    fakeServer.downloads = [anArrivedDownload({ title: 'Arrived' })];
    server.use(http.delete(at('/downloads/:id'), () => problem(409, 'X', 'The file is in use.')));
    const { user } = renderApp('/downloads');
    await user.click(within(await card('Arrived')).getByRole('button', { name: 'Remove' }));

    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }),
    );

    expect((await screen.findAllByText('The file is in use.')).length).toBeGreaterThan(0);
    expect(await card('Arrived')).toBeVisible();
  });
});

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

describe('live', () => {
  const progress = (downloadId: string, percent: number, id: string) => ({
    id,
    type: 'medianest.download.progress.v1',
    time: '2026-03-01T10:00:10Z',
    data: {
      downloadId,
      state: 'DOWNLOADING',
      progress: {
        percent,
        downloadedBytes: percent * 1e6,
        totalBytes: 1e8,
        bytesPerSecond: 5e6,
        etaSeconds: 9,
      },
    },
  });

  it('progress moves the bar without asking the server', async () => {
    const download = aRunningDownload(10, { title: 'Running' });
    fakeServer.downloads = [download];
    renderApp('/downloads');
    const running = await card('Running');
    const asked = fakeServer.asked.length;

    FakeFeed.current.say(progress(download.id, 57.9, '2-0'));

    await waitFor(() => {
      expect(within(running).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '57');
    });
    expect(fakeServer.asked).toHaveLength(asked);
  });

  it('arriving is told, and a late progress does not undo it', async () => {
    const download = aRunningDownload(99, { title: 'Running' });
    fakeServer.downloads = [download];
    renderApp('/downloads');
    await card('Running');
    FakeFeed.current.hello();

    fakeServer.downloads = [
      anArrivedDownload({ id: download.id, title: 'Running', updatedAt: '2026-03-01T10:05:00Z' }),
    ];
    FakeFeed.current.say({
      id: '2-0',
      type: 'medianest.download.completed.v1',
      data: { downloadId: download.id },
    });
    expect((await screen.findAllByText('Running is in your library.')).length).toBeGreaterThan(0);
    FakeFeed.current.say(progress(download.id, 99.5, '3-0'));

    expect(await card('Running')).toHaveTextContent('In your library');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('what another window adds and removes comes and goes', async () => {
    renderApp('/downloads');
    await screen.findByText('Nothing here yet.');
    FakeFeed.current.hello();
    const added = aDownload({ title: 'From elsewhere' });
    fakeServer.downloads = [added];

    FakeFeed.current.say({
      id: '2-0',
      type: 'medianest.download.queued.v1',
      data: { downloadId: added.id },
    });
    expect(await card('From elsewhere')).toBeVisible();
    FakeFeed.current.say({
      id: '3-0',
      type: 'medianest.download.removed.v1',
      data: { downloadId: added.id },
    });

    expect(await screen.findByText('Nothing here yet.')).toBeVisible();
  });

  it('a resync fetches everything again', async () => {
    renderApp('/downloads');
    await screen.findByText('Nothing here yet.');
    FakeFeed.current.hello();
    fakeServer.downloads = [aDownload({ title: 'Missed' })];

    FakeFeed.current.say({ type: 'resync' });

    expect(await card('Missed')).toBeVisible();
  });

  it('a lost connection is said in words, and heals', async () => {
    renderApp('/downloads');
    await screen.findByText('Nothing here yet.');
    FakeFeed.current.hello('7-0');
    expect(screen.getByText('Live')).toBeVisible();

    FakeFeed.current.end(1006);
    expect(screen.getByText('Reconnecting')).toBeVisible();
    await waitFor(() => {
      expect(FakeFeed.connections).toHaveLength(2);
    });
    expect(FakeFeed.current.since).toBe('7-0');
    FakeFeed.current.hello('9-0');

    expect(screen.getByText('Live')).toBeVisible();
  });

  it('without a network, it says since when, and tries when asked', async () => {
    const { user } = renderApp('/downloads');
    await screen.findByText('Nothing here yet.');
    FakeFeed.current.hello();

    act(() => {
      window.dispatchEvent(new Event('offline'));
    });
    expect(screen.getByText('There is no connection.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    FakeFeed.current.hello();

    expect(screen.queryByText('There is no connection.')).toBeNull();
  });
});
