import { queryOptions } from '@tanstack/react-query';
import { statusApi } from '@/lib/api/status';
import { body } from '@/lib/http';

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['status', 'history', id],
    queryFn: ({ signal }) =>
      body(
        statusApi.GET('/api/v1/status/{id}/history', {
          params: { path: { id }, query: { range: 'DAY' } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
