import { mutationOptions } from '@tanstack/react-query';
import { authApi } from '@/lib/api/auth';

/** One of them, or everything. */
export type Read = { readonly id: string } | 'ALL';

export const readMutation = mutationOptions({
  mutationFn: async (read: Read) => {
    if (read === 'ALL') await authApi.POST('/api/v1/notifications/read');
    else
      await authApi.POST('/api/v1/notifications/{id}/read', { params: { path: { id: read.id } } });
  },
});
