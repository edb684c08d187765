import { mutationOptions } from '@tanstack/react-query';
import { authApi } from '@/lib/api/auth';
import { Problem } from '@/lib/problem';

export const signOutMutation = mutationOptions({
  mutationFn: async () => {
    try {
      await authApi.DELETE('/api/v1/auth/sessions/current');
    } catch (error) {
      // Somebody else ended the session first: that is what was wanted.
      if (!(error instanceof Problem && error.status === 401)) throw error;
    }
  },
});
