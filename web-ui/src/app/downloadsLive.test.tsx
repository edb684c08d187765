import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { card } from '@/testing/cards';
import { FakeFeed } from '@/testing/FakeFeed';
import { fakeServer } from '@/testing/FakeServer';
import { aDownload, anArrivedDownload, aRunningDownload } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';

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
