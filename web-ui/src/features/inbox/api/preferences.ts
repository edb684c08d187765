import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { authApi, type NewsWishes } from '@/lib/api/auth';
import { body } from '@/lib/http';
import type { Language } from '@/lib/i18n';

/** By which ways somebody wants to hear of it. */
export const preferencesQuery = queryOptions({
  queryKey: ['inbox', 'preferences'],
  queryFn: ({ signal }) => body(authApi.GET('/api/v1/notifications/preferences', { signal })),
});

/** As the server calls the languages that it writes in. */
export const written = (language: Language) => language.toUpperCase() as Uppercase<Language>;

export const savePreferencesMutation = mutationOptions({
  mutationFn: (wishes: NewsWishes) =>
    body(authApi.PUT('/api/v1/notifications/preferences', { body: wishes })),
});
