import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  type InfiniteData,
} from '@tanstack/react-query';
import { mediaApi, type SearchResults, type TitleCard } from '@/lib/api/media';
import { body } from '@/lib/http';
import type { FindFilter } from '../filters';

export const SHORTEST = 2;

/** What is called that: in Plex, on its way, and what could be asked for. What was found before stays while more is typed. */
export const searchQuery = (written: string) => {
  const query = written.trim();
  return queryOptions({
    queryKey: ['titles', 'search', query],
    queryFn: ({ signal }) =>
      body(mediaApi.GET('/api/v1/media/search', { params: { query: { query, page: 1 } }, signal })),
    enabled: query.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
};

export type Found = Pick<SearchResults, 'library' | 'onTheWay' | 'requestable' | 'catalogue'>;

export function countOf({ library, onTheWay, requestable }: Found): number {
  return library.length + onTheWay.length + requestable.length;
}

/** The same in full: narrowed, and page after page. */
export const searchPagesQuery = (written: string, filter: FindFilter) => {
  const query = written.trim();
  return infiniteQueryOptions({
    queryKey: ['titles', 'search-pages', query, filter],
    queryFn: ({ pageParam, signal }) =>
      body(
        mediaApi.GET('/api/v1/media/search', {
          params: { query: { query, page: pageParam, ...filter } },
          signal,
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: ({ page, totalPages }) => (page < totalPages ? page + 1 : undefined),
    select: gathered,
    enabled: query.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 30 * 60_000,
  });
};

/** What one page said is not said again by the next. */
function gathered({ pages }: InfiniteData<SearchResults>): Found {
  const seen = new Set<string>();
  const once = (titles: readonly TitleCard[]) =>
    titles.filter(({ type, tmdbId }) => {
      const key = `${type}-${tmdbId.toString()}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
  return {
    library: once(pages.flatMap(({ library }) => library)),
    onTheWay: once(pages.flatMap(({ onTheWay }) => onTheWay)),
    requestable: once(pages.flatMap(({ requestable }) => requestable)),
    catalogue: pages.at(-1)?.catalogue ?? { state: 'UP', message: null },
  };
}
