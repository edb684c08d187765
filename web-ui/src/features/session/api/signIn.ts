import { mutationOptions } from '@tanstack/react-query';
import { authApi, type SignInRequest } from '@/lib/api/auth';
import { body } from '@/lib/http';

export const signInMutation = mutationOptions({
  mutationFn: (request: SignInRequest) =>
    body(authApi.POST('/api/v1/auth/sessions', { body: request })),
});
