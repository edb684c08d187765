import { useInfiniteQuery } from '@tanstack/react-query';
import { downloadsQuery, type DownloadPages } from './api/listDownloads';
import { isFinal } from './merge';

const all = (pages: DownloadPages) => pages.pages.flatMap((page) => page.items);
const countRunning = (pages: DownloadPages) =>
  all(pages).filter((download) => !isFinal(download)).length;

/** What is known of a person's downloads, in one list. */
export function useDownloads() {
  return useInfiniteQuery({ ...downloadsQuery, select: all });
}

/** How many are on their way, for a mark in the frame. Progress does not draw it again. */
export function useRunningCount(): number {
  return useInfiniteQuery({ ...downloadsQuery, select: countRunning }).data ?? 0;
}
