import { queryOptions } from '@tanstack/react-query';
import { mediaApi } from '@/lib/api/media';
import { body } from '@/lib/http';

/** One request, with all that happened to it. */
export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'one', id],
    queryFn: ({ signal }) =>
      body(mediaApi.GET('/api/v1/requests/{id}', { params: { path: { id } }, signal })),
    staleTime: 5_000,
  });
