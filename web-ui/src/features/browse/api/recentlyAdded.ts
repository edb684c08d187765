import { queryOptions } from '@tanstack/react-query';
import { mediaApi } from '@/lib/api/media';
import { body } from '@/lib/http';

export const recentlyAddedQuery = queryOptions({
  queryKey: ['titles', 'recent'],
  queryFn: ({ signal }) =>
    body(
      mediaApi.GET('/api/v1/media/recently-added', { params: { query: { limit: 20 } }, signal }),
    ),
  staleTime: 60_000,
});
