import { queryOptions } from '@tanstack/react-query';
import { authApi } from '@/lib/api/auth';
import { body } from '@/lib/http';

/** How much nobody has looked at yet. */
export const unreadQuery = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: ({ signal }) => body(authApi.GET('/api/v1/notifications/unread', { signal })),
});
