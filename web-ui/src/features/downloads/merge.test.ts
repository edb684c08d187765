import { describe, expect, it } from 'vitest';
import { aDownload, anArrivedDownload, aRunningDownload } from '@/testing/fixtures';
import type { DownloadPages } from './api/listDownloads';
import { laterOf, newest, withDownload, withoutDownload, withProgress } from './merge';

const pages = (...items: ReturnType<typeof aDownload>[]): DownloadPages => ({
  pages: [{ items, nextCursor: null }],
  pageParams: [null],
});
const itemsOf = (list: DownloadPages) => list.pages.flatMap((page) => page.items);
const news = (downloadId: string, percent: number, at: string) => ({
  downloadId,
  state: 'DOWNLOADING' as const,
  progress: {
    percent,
    downloadedBytes: percent * 1_000_000,
    totalBytes: 100_000_000,
    bytesPerSecond: null,
    etaSeconds: null,
  },
  at,
});

describe('progress', () => {
  it('moves a download that is under way', () => {
    const download = aRunningDownload(10);

    const moved = withProgress(download, news(download.id, 20, '2026-03-01T10:00:05Z'));

    expect(moved.progress?.percent).toBe(20);
  });

  it.each(['COMPLETED', 'FAILED', 'CANCELLED'] as const)('never wakes a %s download', (state) => {
    const download = aDownload({ state });

    expect(withProgress(download, news(download.id, 99, '2027-01-01T00:00:00Z'))).toBe(download);
  });

  it('of an attempt before the retry is not believed', () => {
    const retried = aDownload({ state: 'QUEUED', updatedAt: '2026-03-01T11:00:00Z' });

    expect(withProgress(retried, news(retried.id, 80, '2026-03-01T10:59:59Z'))).toBe(retried);
  });
});

describe('two views of one download', () => {
  it('the later one counts', () => {
    const before = aRunningDownload(50);
    const after = { ...before, state: 'QUEUED' as const, updatedAt: '2026-03-01T10:01:00Z' };

    expect(laterOf(before, after)).toBe(after);
    expect(laterOf(after, before)).toBe(after);
  });

  it('at the same moment, an end counts more than a way', () => {
    const running = aRunningDownload(99);
    const arrived = { ...running, state: 'COMPLETED' as const };

    expect(laterOf(arrived, running)).toBe(arrived);
    expect(laterOf(running, arrived)).toBe(arrived);
  });

  it('at the same moment, progress does not go back', () => {
    const further = aRunningDownload(60);

    expect(laterOf(further, { ...aRunningDownload(40), id: further.id })).toBe(further);
  });
});

describe('the list', () => {
  it('keeps what a live message brought while an older answer was on its way', () => {
    const arrived = anArrivedDownload({ updatedAt: '2026-03-01T10:05:00Z' });
    const stale = aRunningDownload(70, { id: arrived.id });

    expect(itemsOf(newest(pages(arrived), pages(stale)))).toEqual([arrived]);
  });

  it('puts a new download on top and a known one in its place', () => {
    const [first, second, fresh] = [aDownload(), aDownload(), aDownload()];

    const list = withDownload(pages(first, second), fresh);
    const changed = withDownload(list, {
      ...second,
      title: 'New',
      updatedAt: '2026-03-01T12:00:00Z',
    });

    expect(itemsOf(changed).map(({ id }) => id)).toEqual([fresh.id, first.id, second.id]);
    expect(itemsOf(changed)[2]?.title).toBe('New');
  });

  it('forgets what was removed', () => {
    const [first, second] = [aDownload(), aDownload()];

    expect(itemsOf(withoutDownload(pages(first, second), first.id))).toEqual([second]);
  });
});
