import { queryOptions } from '@tanstack/react-query';
import { mediaApi, type MediaType } from '@/lib/api/media';
import { body } from '@/lib/http';

export const genresQuery = (type: MediaType) =>
  queryOptions({
    queryKey: ['genres', type],
    queryFn: ({ signal }) =>
      body(mediaApi.GET('/api/v1/media/genres', { params: { query: { type } }, signal })),
    staleTime: 24 * 3_600_000,
  });
