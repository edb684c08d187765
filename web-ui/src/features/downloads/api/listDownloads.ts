import { infiniteQueryOptions, replaceEqualDeep, type InfiniteData } from '@tanstack/react-query';
import { downloadsApi, type DownloadPage } from '@/lib/api/downloads';
import { body } from '@/lib/http';
import { isRecord } from '@/lib/problem';
import { newest } from '../merge';

const PAGE_SIZE = 20;

export type DownloadPages = InfiniteData<DownloadPage>;

/** A person's downloads, newest first. Live messages keep it fresh between the requests. */
export const downloadsQuery = infiniteQueryOptions({
  queryKey: ['downloads', 'list'],
  queryFn: ({ pageParam, signal }) =>
    body(
      downloadsApi.GET('/api/v1/downloads', {
        params: {
          query: { limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  structuralSharing: (known, arrived) => replaceEqualDeep(known, upToDate(known, arrived)),
  staleTime: 30_000,
});

/** Sees the pages, and also what each observer selects from them; only pages can be out of date. */
function upToDate(known: unknown, arrived: unknown): unknown {
  return isPages(arrived) ? newest(isPages(known) ? known : undefined, arrived) : arrived;
}

function isPages(data: unknown): data is DownloadPages {
  return isRecord(data) && Array.isArray(data['pages']);
}
