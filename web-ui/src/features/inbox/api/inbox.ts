import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query';
import { authApi, type NewsPage } from '@/lib/api/auth';
import { body } from '@/lib/http';

const PAGE_SIZE = 25;

export type NewsPages = InfiniteData<NewsPage>;

/** What became of one's wishes, newest first. */
export const inboxQuery = infiniteQueryOptions({
  queryKey: ['inbox', 'list'],
  queryFn: ({ pageParam, signal }) =>
    body(
      authApi.GET('/api/v1/notifications', {
        params: {
          query: { limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  select: ({ pages }: NewsPages) => pages.flatMap((page) => page.items),
});
