import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query';
import { mediaApi, type DiscoverPage, type MediaType, type TitleCard } from '@/lib/api/media';
import { body } from '@/lib/http';
import type { ShelfFilter } from '../filters';
import type { List } from '../lists';

export interface Wanted {
  readonly list: List;
  readonly type: MediaType;
  readonly filter?: ShelfFilter;
}

interface Discovered {
  readonly titles: readonly TitleCard[];
  readonly catalogue: DiscoverPage['catalogue'] | undefined;
}

export const discoverQuery = ({ list, type, filter = {} }: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['titles', 'discover', { list, type, filter }],
    queryFn: ({ pageParam, signal }) =>
      body(
        mediaApi.GET('/api/v1/media/discover/{shelf}', {
          params: {
            path: { shelf: list },
            query: { page: pageParam, type, ...filter },
          },
          signal,
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: ({ page, totalPages }) => (page < totalPages ? page + 1 : undefined),
    select: gathered,
    staleTime: 5 * 60_000,
    gcTime: 30 * 60_000,
  });

/** A list that moves while one reads it may say a title twice; it is shown once. */
function gathered({ pages }: InfiniteData<DiscoverPage>): Discovered {
  const seen = new Map<string, TitleCard>();
  for (const page of pages)
    for (const title of page.items) {
      const key = `${title.type}-${title.tmdbId.toString()}`;
      if (!seen.has(key)) seen.set(key, title);
    }
  return { titles: [...seen.values()], catalogue: pages.at(-1)?.catalogue };
}
