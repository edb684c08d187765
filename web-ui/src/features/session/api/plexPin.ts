import { mutationOptions } from '@tanstack/react-query';
import { authApi, type NewPin, type Pin } from '@/lib/api/auth';
import { body } from '@/lib/http';

export const beginPinMutation = mutationOptions({
  mutationFn: (pin: NewPin): Promise<Pin> =>
    body(authApi.POST('/api/v1/auth/plex/pins', { body: pin })),
});

/** How far it is. The server asks Plex; we ask the server. */
export const lookAtPin = (id: string, signal: AbortSignal) =>
  body(authApi.GET('/api/v1/auth/plex/pins/{id}', { params: { path: { id } }, signal }));
