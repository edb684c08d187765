import { queryOptions } from '@tanstack/react-query';
import { mediaApi, type MediaType } from '@/lib/api/media';
import { body } from '@/lib/http';

export const providersQuery = (type: MediaType) =>
  queryOptions({
    queryKey: ['providers', type],
    queryFn: ({ signal }) =>
      body(mediaApi.GET('/api/v1/media/providers', { params: { query: { type } }, signal })),
    staleTime: 24 * 3_600_000,
  });
