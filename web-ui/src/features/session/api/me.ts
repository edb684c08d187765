import { queryOptions } from '@tanstack/react-query';
import { authApi, type Me } from '@/lib/api/auth';
import { body } from '@/lib/http';
import { Problem } from '@/lib/problem';

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await body(authApi.GET('/api/v1/auth/me', { signal }));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Infinity,
});
