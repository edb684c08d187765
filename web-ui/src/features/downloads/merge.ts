import type { Download, DownloadState, Progress } from '@/lib/api/downloads';
import type { DownloadPages } from './api/listDownloads';

const FINAL: ReadonlySet<DownloadState> = new Set<DownloadState>([
  'COMPLETED',
  'FAILED',
  'CANCELLED',
]);

export function isFinal(download: Download): boolean {
  return FINAL.has(download.state);
}

/** Of two views of one download the later one; between equals the one that is further. */
export function laterOf(known: Download, arrived: Download): Download {
  const difference = Date.parse(arrived.updatedAt) - Date.parse(known.updatedAt);
  if (difference !== 0) return difference > 0 ? arrived : known;
  if (isFinal(known) !== isFinal(arrived)) return isFinal(known) ? known : arrived;
  if (known.state !== arrived.state) return arrived;
  return (known.progress?.downloadedBytes ?? 0) > (arrived.progress?.downloadedBytes ?? 0)
    ? known
    : arrived;
}

/** A list that was asked for before a live message and answered after it must not turn a card back. */
export function newest(known: DownloadPages | undefined, answer: DownloadPages): DownloadPages {
  if (known === undefined) return answer;
  const byId = new Map(
    known.pages.flatMap((page) => page.items).map((download) => [download.id, download]),
  );
  return mapItems(answer, (arrived) => {
    const before = byId.get(arrived.id);
    return before === undefined ? arrived : laterOf(before, arrived);
  });
}

/** Puts one download into its place, or on top when it is new. */
export function withDownload(pages: DownloadPages, download: Download): DownloadPages {
  const isKnown = pages.pages.some((page) => page.items.some((item) => item.id === download.id));
  if (isKnown)
    return mapItems(pages, (item) => (item.id === download.id ? laterOf(item, download) : item));
  const [first, ...rest] = pages.pages;
  if (first === undefined) return pages;
  return { ...pages, pages: [{ ...first, items: [download, ...first.items] }, ...rest] };
}

export function withoutDownload(pages: DownloadPages, id: string): DownloadPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.filter((item) => item.id !== id),
    })),
  };
}

export interface ProgressNews {
  readonly downloadId: string;
  readonly state: DownloadState;
  readonly progress: Progress;
  readonly at: string;
}

/**
 * Progress counts only for a download that is under way, and only if it was measured after
 * what we know: stragglers of a cancelled or failed attempt change nothing. `updatedAt` stays the server's,
 * so that a later answer is always compared with the clock that wrote it.
 */
export function withProgress(download: Download, news: ProgressNews): Download {
  if (isFinal(download) || FINAL.has(news.state)) return download;
  if (Date.parse(news.at) < Date.parse(download.updatedAt)) return download;
  return { ...download, state: news.state, progress: news.progress };
}

export function mapItems(
  pages: DownloadPages,
  change: (download: Download) => Download,
): DownloadPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.map(change) })),
  };
}
