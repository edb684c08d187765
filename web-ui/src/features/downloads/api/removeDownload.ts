import { mutationOptions } from '@tanstack/react-query';
import { downloadsApi } from '@/lib/api/downloads';
import { Problem } from '@/lib/problem';

export const removeDownloadMutation = mutationOptions({
  mutationFn: async (id: string) => {
    try {
      await downloadsApi.DELETE('/api/v1/downloads/{id}', { params: { path: { id } } });
    } catch (error) {
      // Already removed, perhaps in another window: that is what was wanted.
      if (!(error instanceof Problem && error.status === 404)) throw error;
    }
  },
});
