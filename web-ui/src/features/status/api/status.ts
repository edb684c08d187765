import { queryOptions } from '@tanstack/react-query';
import { statusApi } from '@/lib/api/status';
import { body } from '@/lib/http';

/** How everything is that this house needs. */
export const statusQuery = queryOptions({
  queryKey: ['status', 'now'],
  queryFn: ({ signal }) => body(statusApi.GET('/api/v1/status', { signal })),
  staleTime: 15_000,
  refetchInterval: 30_000,
});
