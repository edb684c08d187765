import { mutationOptions } from '@tanstack/react-query';
import { authApi, type NewServerSearch, type Pin } from '@/lib/api/auth';
import { body } from '@/lib/http';

export const beginSearchMutation = mutationOptions({
  mutationFn: (search: NewServerSearch): Promise<Pin> =>
    body(authApi.POST('/api/v1/auth/plex/servers', { body: search })),
});

/** How far it is, and the servers, once. */
export const lookAtSearch = (id: string, signal: AbortSignal) =>
  body(authApi.GET('/api/v1/auth/plex/servers/{id}', { params: { path: { id } }, signal }));
