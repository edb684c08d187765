import { queryOptions } from '@tanstack/react-query';
import { authApi } from '@/lib/api/auth';
import { body } from '@/lib/http';

/** The ways in. */
export const providersQuery = queryOptions({
  queryKey: ['setup', 'providers'],
  queryFn: ({ signal }) => body(authApi.GET('/api/v1/auth/providers', { signal })),
  staleTime: 30_000,
  retry: false,
});
