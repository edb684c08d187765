import { infiniteQueryOptions } from '@tanstack/react-query';
import { authApi } from '@/lib/api/auth';
import { body } from '@/lib/http';

const PAGE_SIZE = 50;

/** Who did what, newest first. */
export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ pageParam, signal }) =>
    body(
      authApi.GET('/api/v1/users/audit', {
        params: {
          query: { limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  select: ({ pages }) => pages.flatMap((page) => page.items),
});
