import { queryOptions } from '@tanstack/react-query';
import { kindOf, mediaApi, type TitleId } from '../api/media';
import { body } from '../http';

/** One title with all that is known of it. Its page shows it, and whoever asks for it needs its seasons. */
export const titleQuery = ({ type, tmdbId }: TitleId) =>
  queryOptions({
    queryKey: ['titles', 'one', type, tmdbId],
    queryFn: ({ signal }) =>
      body(
        mediaApi.GET('/api/v1/media/titles/{type}/{tmdbId}', {
          params: { path: { type: kindOf(type), tmdbId } },
          signal,
        }),
      ),
    staleTime: 15_000,
  });
