import type { QueryClient } from '@tanstack/react-query';
import type { Download, DownloadState, Progress } from '@/lib/api/downloads';
import type { LiveMessage } from '@/lib/live';
import { isRecord, Problem } from '@/lib/problem';
import { downloadQuery } from './api/findDownload';
import { downloadsQuery } from './api/listDownloads';
import { mapItems, withDownload, withoutDownload, withProgress, type ProgressNews } from './merge';

const PREFIX = 'medianest.download.';
const STATES: readonly DownloadState[] = [
  'QUEUED',
  'PROBING',
  'DOWNLOADING',
  'PROCESSING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
];

/** What a live message did to what is on the screen. */
export type DownloadNews =
  | { readonly kind: 'none' }
  | { readonly kind: 'changed'; readonly download: Download; readonly hasArrived: boolean };

const NOTHING: DownloadNews = { kind: 'none' };

/** Brings a message of the live feed into the cache. Progress is in the message; for states we ask the server. */
export async function applyDownloadMessage(
  queryClient: QueryClient,
  message: LiveMessage,
): Promise<DownloadNews> {
  const id = message.data['downloadId'];
  if (!message.type.startsWith(PREFIX) || typeof id !== 'string') return NOTHING;

  if (message.type === `${PREFIX}progress.v1`) {
    const news = progressNews(id, message);
    if (news !== undefined) showProgress(queryClient, news);
    return NOTHING;
  }
  if (message.type === `${PREFIX}removed.v1`) {
    forgetDownload(queryClient, id);
    return NOTHING;
  }
  return refresh(queryClient, id, message.type === `${PREFIX}completed.v1`);
}

export function rememberDownload(queryClient: QueryClient, download: Download): void {
  queryClient.setQueryData(
    downloadsQuery.queryKey,
    (pages) => pages && withDownload(pages, download),
  );
}

export function forgetDownload(queryClient: QueryClient, id: string): void {
  queryClient.setQueryData(downloadsQuery.queryKey, (pages) => pages && withoutDownload(pages, id));
  queryClient.removeQueries({ queryKey: downloadQuery(id).queryKey });
}

async function refresh(
  queryClient: QueryClient,
  id: string,
  hasArrived: boolean,
): Promise<DownloadNews> {
  try {
    // An answer to an earlier question may be from before this message: it is not waited for.
    await queryClient.cancelQueries({ queryKey: downloadQuery(id).queryKey });
    const download = await queryClient.query(downloadQuery(id));
    rememberDownload(queryClient, download);
    return { kind: 'changed', download, hasArrived: hasArrived && download.state === 'COMPLETED' };
  } catch (error) {
    if (error instanceof Problem && error.status === 404) forgetDownload(queryClient, id);
    return NOTHING;
  }
}

function showProgress(queryClient: QueryClient, news: ProgressNews): void {
  queryClient.setQueryData(
    downloadsQuery.queryKey,
    (pages) =>
      pages &&
      mapItems(pages, (item) => (item.id === news.downloadId ? withProgress(item, news) : item)),
  );
}

function progressNews(downloadId: string, { data, time }: LiveMessage): ProgressNews | undefined {
  const state = STATES.find((candidate) => candidate === data['state']);
  const progress = progressOf(data['progress']);
  if (state === undefined || progress === undefined) return undefined;
  return { downloadId, state, progress, at: time ?? new Date().toISOString() };
}

function progressOf(value: unknown): Progress | undefined {
  if (!isRecord(value)) return undefined;
  return {
    percent: numberOf(value['percent']),
    downloadedBytes: numberOf(value['downloadedBytes']) ?? 0,
    totalBytes: numberOf(value['totalBytes']),
    bytesPerSecond: numberOf(value['bytesPerSecond']),
    etaSeconds: numberOf(value['etaSeconds']),
  };
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
