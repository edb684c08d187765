import { mutationOptions } from '@tanstack/react-query';
import { kindOf, mediaApi, type TitleId } from '@/lib/api/media';

export interface Following {
  readonly title: TitleId;
  readonly follow: boolean;
}

export const followMutation = mutationOptions({
  mutationFn: async ({ title: { type, tmdbId }, follow }: Following) => {
    const params = { path: { type: kindOf(type), tmdbId } };
    if (follow) await mediaApi.PUT('/api/v1/media/titles/{type}/{tmdbId}/follow', { params });
    else await mediaApi.DELETE('/api/v1/media/titles/{type}/{tmdbId}/follow', { params });
  },
});
