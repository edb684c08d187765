import { mutationOptions } from '@tanstack/react-query';
import { downloadsApi } from '@/lib/api/downloads';
import { body } from '@/lib/http';

export const retryDownloadMutation = mutationOptions({
  mutationFn: (id: string) =>
    body(downloadsApi.POST('/api/v1/downloads/{id}/retry', { params: { path: { id } } })),
});
