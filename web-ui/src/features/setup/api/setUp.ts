import { mutationOptions } from '@tanstack/react-query';
import { authApi, type SetupRequest } from '@/lib/api/auth';
import { body } from '@/lib/http';

export const setUpMutation = mutationOptions({
  mutationFn: (request: SetupRequest) =>
    body(authApi.POST('/api/v1/auth/setup', { body: request })),
});
