import type { QueryClient } from '@tanstack/react-query';
import { inboxQuery, type NewsPages } from './api/inbox';
import type { Read } from './api/read';
import { unreadQuery } from './api/unread';

/** Shows as read what surely will be. Answers the way back. */
export async function supposeRead(queryClient: QueryClient, read: Read): Promise<() => void> {
  await queryClient.cancelQueries({ queryKey: ['inbox'] });
  const list = queryClient.getQueryData(inboxQuery.queryKey);
  const unread = queryClient.getQueryData(unreadQuery.queryKey);
  const next = list === undefined ? undefined : withRead(list, read);
  queryClient.setQueryData(inboxQuery.queryKey, next?.pages);
  queryClient.setQueryData(unreadQuery.queryKey, (before) =>
    before === undefined
      ? undefined
      : { ...before, count: read === 'ALL' ? 0 : Math.max(0, before.count - (next?.changed ?? 0)) },
  );
  return () => {
    queryClient.setQueryData(inboxQuery.queryKey, list);
    queryClient.setQueryData(unreadQuery.queryKey, unread);
  };
}

function withRead(list: NewsPages, read: Read): { pages: NewsPages; changed: number } {
  const readAt = new Date().toISOString();
  let changed = 0;
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.map((news) => {
      if (news.readAt !== null || (read !== 'ALL' && read.id !== news.id)) return news;
      changed += 1;
      return { ...news, readAt };
    }),
  }));
  return { pages: { ...list, pages }, changed };
}
