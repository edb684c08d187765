import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { mediaApi } from '@/lib/api/media';
import { body } from '@/lib/http';

export const SHORTEST = 2;

/** What is called that: in Plex, on its way, and what could be asked for. What was found before stays while more is typed. */
export const searchQuery = (written: string) => {
  const query = written.trim();
  return queryOptions({
    queryKey: ['titles', 'search', query],
    queryFn: ({ signal }) =>
      body(mediaApi.GET('/api/v1/media/search', { params: { query: { query, page: 1 } }, signal })),
    enabled: query.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
};
