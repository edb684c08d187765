import type { QueryClient } from '@tanstack/react-query';
import type { News } from '@/lib/api/auth';
import type { LiveMessage } from '@/lib/live';
import { inboxQuery } from './api/inbox';
import { unreadQuery } from './api/unread';
import { isKind } from './sentence';

const ADDED = 'medianest.notification.added.v1';

/** What a message tells, and what the inbox has of it. */
export interface Arrival extends Pick<News, 'kind' | 'title' | 'reason'> {
  /** Undefined as long as the inbox could not be asked. */
  readonly news: News | undefined;
}

/** Something for the one in front of the screen: the inbox and the number beside the bell follow. */
export async function applyNotificationMessage(
  queryClient: QueryClient,
  { type, data }: LiveMessage,
): Promise<Arrival | undefined> {
  if (type !== ADDED) return undefined;
  void queryClient.invalidateQueries({ queryKey: unreadQuery.queryKey });
  const news = await find(queryClient, data['notificationId']);
  const kind = data['kind'];
  return isKind(kind)
    ? { kind, title: textOf(data['title']), reason: textOf(data['reason']), news }
    : undefined;
}

async function find(queryClient: QueryClient, wanted: unknown): Promise<News | undefined> {
  try {
    // An answer to an earlier question may be from before this message: it is not waited for.
    await queryClient.cancelQueries({ queryKey: inboxQuery.queryKey });
    const all = await queryClient.infiniteQuery({ ...inboxQuery, staleTime: 0 });
    return all.find(({ id }) => id === wanted);
  } catch {
    // The next message asks for everything again, and so does the page; what happened can be said without it.
    return undefined;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
