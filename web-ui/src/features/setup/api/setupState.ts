import { queryOptions } from '@tanstack/react-query';
import { authApi } from '@/lib/api/auth';
import { body } from '@/lib/http';

/** Whether this server still waits for its first admin. */
export const setupStateQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => body(authApi.GET('/api/v1/auth/setup', { signal })),
  staleTime: 10_000,
});
