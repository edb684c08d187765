import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { mediaApi } from '@/lib/api/media';
import { body } from '@/lib/http';

const BUSY_MS = 2_000;
const CALM_MS = 30_000;

/** How our copy of the Plex library is; often while it is being read. */
export const libraryQuery = queryOptions({
  queryKey: ['library'],
  queryFn: ({ signal }) => body(mediaApi.GET('/api/v1/media/library', { signal })),
  refetchInterval: ({ state }) => (state.data?.running == null ? CALM_MS : BUSY_MS),
});

/** What is to be made of titles that vanished all at once: gone indeed, or still there. */
export const heldBackMutation = mutationOptions({
  mutationFn: async (answer: 'accept' | 'reject') => {
    await mediaApi.POST(`/api/v1/media/library/held-back/${answer}`);
  },
});

export const scanMutation = mutationOptions({
  mutationFn: async () => {
    await mediaApi.POST('/api/v1/media/library/scan');
  },
});
