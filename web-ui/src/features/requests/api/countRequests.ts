import { queryOptions } from '@tanstack/react-query';
import { mediaApi } from '@/lib/api/media';
import { body } from '@/lib/http';
import type { Scope } from './listRequests';

export const countsQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['requests', 'counts', scope],
    queryFn: ({ signal }) =>
      body(mediaApi.GET('/api/v1/requests/counts', { params: { query: { scope } }, signal })),
    staleTime: 30_000,
  });
