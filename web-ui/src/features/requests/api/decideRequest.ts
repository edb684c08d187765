import { mutationOptions } from '@tanstack/react-query';
import { mediaApi } from '@/lib/api/media';
import { body } from '@/lib/http';

export type Deed =
  | { readonly act: 'APPROVE' | 'CANCEL' | 'RETRY'; readonly id: string }
  | { readonly act: 'DECLINE'; readonly id: string; readonly reason: string };

export const decideMutation = mutationOptions({
  mutationFn: (deed: Deed) => {
    const params = { path: { id: deed.id } };
    switch (deed.act) {
      case 'APPROVE':
        return body(mediaApi.POST('/api/v1/requests/{id}/approve', { params }));
      case 'CANCEL':
        return body(mediaApi.POST('/api/v1/requests/{id}/cancel', { params }));
      case 'RETRY':
        return body(mediaApi.POST('/api/v1/requests/{id}/retry', { params }));
      case 'DECLINE':
        return body(
          mediaApi.POST('/api/v1/requests/{id}/decline', {
            params,
            body: { reason: deed.reason },
          }),
        );
    }
  },
});
