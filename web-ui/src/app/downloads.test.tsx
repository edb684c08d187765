import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { card } from '@/testing/cards';
import { FakeFeed } from '@/testing/FakeFeed';
import { at, fakeServer, problem, server } from '@/testing/FakeServer';
import { ADA, aDownload, anArrivedDownload, aRunningDownload } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';

describe('the list', () => {
  it('shows the shape of what comes, then says what to do when there is nothing', async () => {
    renderApp('/downloads');

    expect(await screen.findByRole('status', { name: 'Your downloads' })).toHaveAttribute(
      'aria-busy',
      'true',
    );
    expect(await screen.findByRole('heading', { name: 'Nothing here yet.' })).toBeVisible();
  });

  it('takes no link from who may not add any, and says so', async () => {
    fakeServer.me = { ...ADA, permissions: ['requests:create'] };
    fakeServer.downloads = [anArrivedDownload({ title: 'Market Street' })];
    renderApp('/downloads');

    expect(await card('Market Street')).toBeVisible();
    expect(screen.getByText(/^You cannot add downloads with this account/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
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

  it('of a finished download says until when it stays, where that is limited', async () => {
    fakeServer.downloads = [
      anArrivedDownload({ title: 'The Kid' }),
      anArrivedDownload({ title: 'Go West', keptUntil: '2031-05-03T12:00:00Z' }),
    ];
    renderApp('/downloads');

    expect(await card('Go West')).toHaveTextContent('Kept until May 3, 2031');
    expect(screen.getAllByText(/Kept until/)).toHaveLength(1);
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
